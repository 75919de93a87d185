import { useState } from 'preact/hooks';
import { ConsentWords } from '@/components/sites/ConsentWords';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { t } from '@/lib/ui/i18n';

/** Begins to read along once the learner has seen what is kept and what is not, and agrees. */
export function AgreeButton({ onAgree }: { onAgree: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('pdf.read-along')}</Button>
      <Dialog
        title={t('common.consent.title')}
        open={isOpen}
        onClose={() => setOpen(false)}
        closeLabel={t('common.cancel')}
        actions={
          <Button
            variant="primary"
            onClick={() => {
              setOpen(false);
              onAgree();
            }}
          >
            {t('pdf.agree')}
          </Button>
        }
      >
        <ConsentWords />
      </Dialog>
    </>
  );
}

import { ConsentWords } from '@/components/sites/ConsentWords';
import { Button } from '@/components/ui/Button';
import { t } from '@/lib/ui/i18n';
import { Section } from '../Section';

/** What is kept and what is not, before anything is. */
export function AgreeFirst({ onAgree }: { onAgree: () => void }) {
  return (
    <Section title={t('import.agree-title')}>
      <ConsentWords />
      <p class="bring-in__action">{t('import.agree-text')}</p>
      <p class="bring-in__action">
        <Button variant="primary" onClick={onAgree}>
          {t('import.agree')}
        </Button>
      </p>
    </Section>
  );
}

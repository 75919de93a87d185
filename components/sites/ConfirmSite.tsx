import './confirm-site.css';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import type { SiteQuestion } from '@/lib/ui/allow-site-model';
import { t } from '@/lib/ui/i18n';
import { siteLabel } from '@/lib/ui/site-address';
import { ConsentWords } from './ConsentWords';

interface ConfirmSiteProps {
  /** Absent while nothing is asked. */
  question: SiteQuestion | undefined;
  /** The answer; a yes comes within the click, as the browser's prompt needs. */
  onAnswer: (isYes: boolean) => void;
}

/** Asks before the first site of all, and before a site that is left alone otherwise. The choice that changes nothing has the focus. */
export function ConfirmSite({ question, onAnswer }: ConfirmSiteProps) {
  const reason = question?.reason;
  return (
    <Dialog
      open={question !== undefined}
      title={t(reason === undefined ? 'common.consent.title' : `common.reason.${reason}.title`)}
      closeLabel={t(reason === undefined ? 'common.allow.not-now' : 'common.allow.leave')}
      onClose={() => onAnswer(false)}
      actions={
        <Button variant={reason === undefined ? 'primary' : 'plain'} onClick={() => onAnswer(true)}>
          {t(yesKey(question))}
        </Button>
      }
    >
      {question !== undefined && <Words {...question} />}
    </Dialog>
  );
}

function Words({ site, needsConsent, reason }: SiteQuestion) {
  return (
    <div class="confirm-site">
      {reason !== undefined && (
        <>
          <p class="confirm-site__name">
            <bdi>{siteLabel(site)}</bdi>
          </p>
          <p>{t(`common.reason.${reason}.text`)}</p>
        </>
      )}
      {needsConsent ? <ConsentWords /> : <p class="confirm-site__aside">{t('common.allow.still-never')}</p>}
    </div>
  );
}

function yesKey(question: SiteQuestion | undefined) {
  if (question?.reason === undefined) return 'common.allow.agree';
  return question.needsConsent ? 'common.allow.agree-anyway' : 'common.allow.anyway';
}

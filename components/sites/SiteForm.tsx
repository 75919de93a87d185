import './site-form.css';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { t } from '@/lib/ui/i18n';
import type { SiteFormModel } from '@/lib/ui/site-form-model';
import { ConfirmSite } from './ConfirmSite';

interface SiteFormProps {
  form: SiteFormModel;
  /** Called within the click, as the browser's prompt needs. */
  onAllow: () => void;
  /** The answer to the question whether a site is to be read, within the click. */
  onAnswer: (isYes: boolean) => void;
  /** What the button says; it allows a site by default. */
  action?: string;
}

/** An address, and the one button that lets Gleaner read along there. */
export function SiteForm({ form, onAllow, onAnswer, action = t('common.allow-site') }: SiteFormProps) {
  const outcome = form.outcome.value;
  const trouble =
    outcome === 'invalid' || outcome === 'declined' ? { error: t(`common.site.${outcome}`) } : {};
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    onAllow();
  };
  return (
    <>
      <form class="site-form" noValidate onSubmit={onSubmit}>
        <Field
          label={t('common.site.address')}
          value={form.typed.value}
          placeholder="https://"
          hint={t('common.site.hint')}
          onInput={(text) => form.type(text)}
          {...trouble}
        />
        <Button type="submit" variant="primary">
          {action}
        </Button>
      </form>
      <ConfirmSite question={form.allowing.question.value} onAnswer={onAnswer} />
    </>
  );
}

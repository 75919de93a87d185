import './example.css';
import { t } from '@/lib/ui/i18n';

/** A sentence as it is read, and as it is asked: the whole idea at a glance. */
export function Example() {
  return (
    <figure class="example" aria-label={t('welcome.example')}>
      <p class="example__when">{t('welcome.example.read')}</p>
      <p class="example__text reading-text">
        {t('welcome.example.before')}
        <mark>{t('welcome.example.key')}</mark>
        {t('welcome.example.after')}
      </p>
      <div class="example__card">
        <p class="example__when">{t('welcome.example.asked')}</p>
        <p class="example__text reading-text">
          {t('welcome.example.before')}
          <span class="example__gap" aria-hidden="true" />
          <span class="visually-hidden">{t('welcome.example.gap')}</span>
          {t('welcome.example.after')}
        </p>
      </div>
    </figure>
  );
}

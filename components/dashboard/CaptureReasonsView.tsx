import type { CaptureReasons } from '@/lib/ui/dashboard/capture-reasons';
import { t, uiLocale } from '@/lib/ui/i18n';

/** Why a passage was kept, one fact a line. */
export function CaptureReasonsView({ reasons }: { reasons: CaptureReasons }) {
  return (
    <ul class="capture-reasons">
      {reasonWords(reasons).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

function reasonWords(reasons: CaptureReasons): string[] {
  const { means, given, visits, lastReadAt, filePage, from } = reasons;
  const when = new Intl.DateTimeFormat(uiLocale.value, { dateStyle: 'medium', timeStyle: 'short' });
  if (from === 'import') return [t('dashboard.why.imported', { when: when.format(reasons.keptAt) })];
  return [
    ...(means === 'selected' ? [t('dashboard.why.selected')] : []),
    ...(given === undefined || means === 'selected'
      ? []
      : [t('dashboard.why.given', { count: given.seconds, needed: given.neededSeconds })]),
    t('dashboard.why.visits', { count: visits, when: when.format(lastReadAt) }),
    ...(filePage === undefined ? [] : [t('dashboard.why.file-page', { page: filePage })]),
    ...(means === 'selected' && from !== 'file' ? [] : [t(`dashboard.why.${from}`)]),
  ];
}

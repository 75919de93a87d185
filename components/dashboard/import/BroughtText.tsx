import { Button } from '@/components/ui/Button';
import { LearnerText } from '@/components/ui/LearnerText';
import { ProgressBar } from '@/components/ui/ProgressBar';
import type { ImportProgress } from '@/lib/app/ports/imports';
import { countWords } from '@/lib/ui/dashboard/count-words';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import { isCutShort, isUnfinished } from '@/lib/ui/dashboard/import-words';
import { hrefOf } from '@/lib/ui/dashboard/route';
import { t, uiLocale } from '@/lib/ui/i18n';
import { dayDistance } from '@/lib/ui/interval-label';

/** A text that came in: how far it has been worked through, and what came of it. */
export function BroughtText({ text, model }: { text: ImportProgress; model: DashboardModel }) {
  const name = { text: text.title, lang: 'other' } as const;
  const isOnItsWay = model.imports.tasks.value.some(
    ({ state }) => state.kind === 'storing' || state.kind === 'no-room',
  );
  return (
    <li class="bring-in__entry">
      <div class="bring-in__words">
        <p class="bring-in__name">
          {text.firstPageId === undefined ? (
            <LearnerText lang="other">{text.title}</LearnerText>
          ) : (
            <a href={hrefOf({ name: 'page', pageId: text.firstPageId })}>
              <LearnerText lang="other">{text.title}</LearnerText>
            </a>
          )}
        </p>
        <p class="bring-in__facts tabular">
          <span>{t(`import.format.${text.format}`)}</span>
          <span>{dayDistance(text.addedAt, model.clock(), uiLocale.value)}</span>
          <span>{countWords('passages', text.passages)}</span>
          {text.exercises > 0 && <span>{countWords('exercises', text.exercises)}</span>}
        </p>
        {isCutShort(text) && !isOnItsWay && (
          <p class="bring-in__trouble">
            {t('import.cut-short', { done: text.storedSections, of: text.sections })}
          </p>
        )}
        {isUnfinished(text) && <Progress text={text} />}
      </div>
      <Button
        variant="quiet"
        icon="trash"
        iconOnly
        onClick={() => void model.forgetting.ask({ kind: 'import', importId: text.id, name })}
      >
        {t('import.forget', { title: text.title })}
      </Button>
    </li>
  );
}

function Progress({ text: { passages, waiting } }: { text: ImportProgress }) {
  const words = t('import.working', { done: passages - waiting, of: passages });
  return (
    <div class="bring-in__progress">
      <p class="bring-in__note tabular">{words}</p>
      <ProgressBar label={words} value={passages - waiting} max={passages} />
    </div>
  );
}

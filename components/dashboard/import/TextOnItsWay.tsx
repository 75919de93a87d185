import { Button } from '@/components/ui/Button';
import { LearnerText } from '@/components/ui/LearnerText';
import { ProgressBar } from '@/components/ui/ProgressBar';
import { MOST_MEGABYTES } from '@/lib/domain/imports/file-kind';
import type { ImportTask, TaskState } from '@/lib/ui/dashboard/import-model';
import { t } from '@/lib/ui/i18n';

interface TextOnItsWayProps {
  task: ImportTask;
  onDismiss: () => void;
}

/** A text that is being taken in, or why it could not be. */
export function TextOnItsWay({ task: { name, state }, onDismiss }: TextOnItsWayProps) {
  const hasFailed = state.kind === 'failed';
  return (
    <li class="bring-in__entry">
      <div class="bring-in__words">
        <p class="bring-in__name">
          <LearnerText lang="other">{name}</LearnerText>
        </p>
        <p
          class={hasFailed ? 'bring-in__trouble' : 'bring-in__note tabular'}
          role={hasFailed ? 'alert' : undefined}
        >
          {stateWords(state)}
        </p>
        {(state.kind === 'reading' || state.kind === 'storing') && (
          <ProgressBar label={stateWords(state)} value={state.done} max={state.of} />
        )}
      </div>
      <Button variant="quiet" icon="cross" iconOnly onClick={onDismiss}>
        {t(hasFailed ? 'import.put-away' : 'import.stop', { title: name })}
      </Button>
    </li>
  );
}

function stateWords(state: TaskState): string {
  switch (state.kind) {
    case 'queued':
    case 'opening':
      return t(`import.step.${state.kind}`);
    case 'reading':
    case 'storing':
    case 'no-room':
      return t(`import.step.${state.kind}`, { done: state.done, of: state.of });
    case 'failed':
      return t(`import.trouble.${state.trouble}`, { text: MOST_MEGABYTES.text, book: MOST_MEGABYTES.epub });
  }
}

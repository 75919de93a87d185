import { Button } from '@/components/ui/Button';
import type { ImportProgress } from '@/lib/app/ports/imports';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import { isUnfinished } from '@/lib/ui/dashboard/import-words';
import { t } from '@/lib/ui/i18n';
import { LiveView } from '../LiveView';
import { Section } from '../Section';
import { BroughtText } from './BroughtText';
import { TextOnItsWay } from './TextOnItsWay';

/** What is on its way in, and what came in before, newest first. */
export function BroughtTexts({ model }: { model: DashboardModel }) {
  const { imports } = model;
  const tasks = imports.tasks.value;
  return (
    <LiveView live={imports.texts.value}>
      {(texts) => (
        <Section title={t('import.list')}>
          <HoldButton model={model} texts={texts} />
          {tasks.length + texts.length === 0 && <p class="bring-in__note">{t('import.empty')}</p>}
          <ul class="bring-in__list">
            {tasks.map((task) => (
              <TextOnItsWay key={task.number} task={task} onDismiss={() => imports.dismiss(task.number)} />
            ))}
            {texts.map((text) => (
              <BroughtText key={text.id} text={text} model={model} />
            ))}
          </ul>
        </Section>
      )}
    </LiveView>
  );
}

/** Shown while there is something to hold, or while it is held. */
function HoldButton({ model, texts }: { model: DashboardModel; texts: readonly ImportProgress[] }) {
  const { imports } = model;
  const held = imports.isHeld.value;
  const isHeld = held.state === 'ready' && held.value;
  if (!isHeld && !texts.some(isUnfinished)) return null;
  return (
    <div class="bring-in__hold">
      <p class="bring-in__note">{t(isHeld ? 'import.held' : 'import.going-on')}</p>
      <Button icon={isHeld ? 'play' : 'pause'} onClick={() => void imports.hold(!isHeld)}>
        {t(isHeld ? 'common.resume' : 'common.pause')}
      </Button>
    </div>
  );
}

import { Button } from '@/components/ui/Button';
import { LearnerText } from '@/components/ui/LearnerText';
import type { PlacedPassage } from '@/lib/app/ports/library';
import type { Page } from '@/lib/domain/reading/model';
import { countWords } from '@/lib/ui/dashboard/count-words';
import type { PageSection } from '@/lib/ui/dashboard/page-outline';
import { t } from '@/lib/ui/i18n';
import { PassageText } from './PassageText';

interface PageSectionViewProps {
  section: PageSection;
  page: Page;
  onDelete: (placed: PlacedPassage) => void;
}

/** The passages under one heading. */
export function PageSectionView({ section, page, onDelete }: PageSectionViewProps) {
  return (
    <section class="page-section">
      <Heading path={section.headingPath} page={page} />
      {section.passages.map((placed) => (
        <div key={placed.passage.id} class="page-section__passage">
          <PassageText passage={placed.passage} />
          <p class="page-section__tools">
            {placed.exerciseCount > 0 && <span>{countWords('exercises', placed.exerciseCount)}</span>}
            <Button variant="quiet" icon="trash" iconOnly onClick={() => onDelete(placed)}>
              {`${t('dashboard.page.delete-passage')} ${t('dashboard.page.passage-start', { words: firstWords(placed) })}`}
            </Button>
          </p>
        </div>
      ))}
    </section>
  );
}

/** The innermost heading; those around it in a line above. The title of the page stands above all of them already. */
function Heading({ path, page }: { path: readonly string[]; page: Page }) {
  const below = path.filter((heading) => !page.title.includes(heading));
  const inner = below.at(-1);
  const around = below.slice(0, -1);
  if (inner === undefined) return null;
  return (
    <>
      {around.length > 0 && (
        <p class="page-section__around">
          <LearnerText lang={page.lang}>{around.join(' › ')}</LearnerText>
        </p>
      )}
      <h2 class="page-section__heading">
        <LearnerText lang={page.lang}>{inner}</LearnerText>
      </h2>
    </>
  );
}

const WORDS_CHARS = 24;

function firstWords({ passage: { text } }: PlacedPassage): string {
  return text.length <= WORDS_CHARS ? text : `${text.slice(0, WORDS_CHARS).toWellFormed().trimEnd()}…`;
}

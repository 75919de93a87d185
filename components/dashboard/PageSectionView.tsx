import { LearnerText } from '@/components/ui/LearnerText';
import type { PlacedPassage } from '@/lib/app/ports/library';
import type { Page } from '@/lib/domain/reading/model';
import type { PageSection } from '@/lib/ui/dashboard/page-outline';
import type { PageRoute } from '@/lib/ui/dashboard/route';
import { KeptPassage } from './KeptPassage';

interface PageSectionViewProps {
  section: PageSection;
  page: Page;
  /** Whether the site of the page is allowed now. */
  isAllowed: boolean;
  /** Passage to go to. */
  wanted: PageRoute['passage'];
  onShow: (placed: PlacedPassage) => void;
  onForget: (placed: PlacedPassage) => void;
}

/** The passages under one heading. */
export function PageSectionView({ section, page, wanted, ...shared }: PageSectionViewProps) {
  return (
    <section class="page-section">
      <Heading path={section.headingPath} page={page} />
      {section.passages.map((placed) => (
        <KeptPassage
          key={placed.passage.id}
          placed={placed}
          url={page.url}
          wantedView={placed.passage.id === wanted?.id ? wanted.view : undefined}
          isAllowed={shared.isAllowed}
          onShow={() => shared.onShow(placed)}
          onForget={() => shared.onForget(placed)}
        />
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

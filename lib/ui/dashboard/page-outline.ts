import type { Library, PageSummary, PlacedPassage } from '@/lib/app/ports/library';

/** Passages that stand under the same heading, in the order of the page. */
export interface PageSection {
  /** Headings above the passages, outermost first; empty before the first heading. */
  readonly headingPath: readonly string[];
  readonly passages: readonly PlacedPassage[];
}

export interface PageOutline extends PageSummary {
  readonly sections: readonly PageSection[];
}

/** A page with its passages; absent when it is not there (any more). */
export async function loadPage(library: Library, pageId: string): Promise<PageOutline | undefined> {
  const [summary, passages] = await Promise.all([library.page(pageId), library.passagesOf(pageId)]);
  return summary && { ...summary, sections: groupByHeading(passages) };
}

export function groupByHeading(passages: readonly PlacedPassage[]): PageSection[] {
  const sections: { headingPath: readonly string[]; passages: PlacedPassage[] }[] = [];
  for (const placed of passages) {
    const { headingPath } = placed.occurrence;
    const last = sections.at(-1);
    if (last && isSamePath(last.headingPath, headingPath)) last.passages.push(placed);
    else sections.push({ headingPath, passages: [placed] });
  }
  return sections;
}

function isSamePath(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((heading, depth) => heading === right[depth]);
}

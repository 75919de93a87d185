import { redactSecrets } from '@/lib/domain/privacy/redact';
import type { ReadingReport } from '@/lib/domain/reading/model';
import type { PreparedReading } from './ports/reading-store';
import { type Preparation, preparePassages } from './prepare-passages';

/** What a report makes of the page or file that it is about, ready to be stored. Secrets are taken out of its names. */
export async function prepareReading(
  { visit, blocks }: ReadingReport,
  { url, fileName }: { readonly url: string; readonly fileName?: string },
  { origin, at, hash }: Preparation,
): Promise<PreparedReading> {
  const id = await hash(url);
  const read = blocks.map((block) => ({ ...block, means: 'read' as const }));
  const names = {
    title: redactSecrets(visit.title),
    ...(fileName !== undefined && { fileName: redactSecrets(fileName) }),
  };
  return {
    page: { id, url, origin, ...names, lang: visit.lang },
    // The page is part of the id, so that an address that changes under a visit begins another one.
    totals: {
      id: `${visit.visitId}:${id}`,
      activeMs: visit.activeMs,
      scrollShare: visit.scrollShare,
      at,
    },
    passages: await preparePassages(read, { origin, at, hash }),
  };
}

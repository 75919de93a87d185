/** Why a passage is shown in the overview: the learner asked for it, or its page does not have it any more. */
export type KeptView = 'kept' | 'changed';

/** Where a passage is shown as it was kept: an address within the extension. */
export function keptPassageAddress(pageId: string, passageId: string, view: KeptView): string {
  return `dashboard.html${keptPassageHash(pageId, passageId, view)}`;
}

export function keptPassageHash(pageId: string, passageId: string, view: KeptView): string {
  return `#/reading/${pageId}/${passageId}${view === 'changed' ? '/changed' : ''}`;
}

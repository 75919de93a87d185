const TITLE_CHARS = 60;
/** Enough of the id of a passage, which is a hash, to tell it from all others. */
const ID_CHARS = 16;

/**
 * Stands for a passage in the address bar. The learner sees it there while going through the suggestions, so it begins with
 * the title; the background may have died in between, so it holds all that is needed to open the passage.
 */
export function suggestionContent(title: string, passageId: string): string {
  const words = title.slice(0, TITLE_CHARS).toWellFormed().replace(/\s+/g, ' ').trim();
  return `${words} #${passageId.slice(0, ID_CHARS)}`.trim();
}

/** The beginning of the passage's id; undefined when the text is the learner's own. */
export function passageIdStart(content: string): string | undefined {
  return content.match(/(?:^| )#([0-9a-f]{16})$/)?.[1];
}

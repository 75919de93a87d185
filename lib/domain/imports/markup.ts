/** One document of a text: all of an article, a chapter of a book. */
export interface MarkupPart {
  /** What a table of contents calls it; empty where nothing does. */
  readonly title: string;
  readonly markup: string;
  /** `xhtml` is tried as XML first, since books write `<title/>`. */
  readonly syntax: 'html' | 'xhtml';
  /** `all` of it is text; of a saved page only the `reading-matter` is, not what stands around it. */
  readonly extent: 'all' | 'reading-matter';
  /** Language that the text claims, as a tag. */
  readonly lang?: string;
}

/** A text as documents, in reading order. */
export interface MarkedUpText {
  /** What the text calls itself; empty when it does not say. */
  readonly title: string;
  readonly parts: readonly MarkupPart[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as it stands in markup, within elements and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

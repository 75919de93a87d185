/** Where the reading matter of a page is. */
export interface ReadingMatter {
  readonly root: Element;
  /** Whether an element within the root may hold reading matter. */
  readonly accepts: (element: Element) => boolean;
  /** What counts of a text node; all of it when absent. */
  readonly textOf?: (node: Text) => string;
  /** Whether the text of an element says what a picture shows. */
  readonly isCaption: (element: Element) => boolean;
}

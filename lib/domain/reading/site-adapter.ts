/** How the pages of a site are built, where the general rules would miss or mix. One JSON file a site. */
export interface SiteAdapter {
  readonly id: string;
  /** Host names. `*.example.org` covers every subdomain, not example.org itself. */
  readonly hosts: readonly string[];
  /**
   * CSS selector of something that every page of the software has. Only for software that runs on hosts of many names,
   * whose `hosts` is `*`.
   */
  readonly mark?: string;
  /** CSS selectors of the content: of the first that is found, all elements. None found leaves it to the general rules. */
  readonly root: readonly string[];
  /** CSS selectors of what is in the content and not reading matter. */
  readonly drop: readonly string[];
  /** Where a video's transcript or caption panel is. Its lines are put together to passages. */
  readonly transcript?: {
    readonly panel: string;
    readonly line: string;
    /** What is within a line and not said: the time stamp. */
    readonly drop?: string;
  };
  /** CSS selector of the title, where that of the document says less. */
  readonly title?: string;
}

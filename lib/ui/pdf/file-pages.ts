import type { OutlineEntry, PdfFile, PdfPage } from '@/lib/app/ports/pdf-file';
import { type FilePassage, findPassages } from '@/lib/domain/reading/pdf/file-passages';
import type { HeadingTrail } from '@/lib/domain/reading/pdf/heading-trail';
import type { PageLayout } from '@/lib/domain/reading/pdf/layout-block';
import { trailFromOutline } from '@/lib/domain/reading/pdf/outline-trail';
import { type LinedPage, layOutPage, linePage, PAGES_AROUND } from '@/lib/domain/reading/pdf/page-layout';

/** A page that can be shown: to be painted, and what is written on it. */
export interface LoadedPage {
  readonly number: number;
  readonly page: PdfPage;
  readonly layout: PageLayout;
  readonly passages: readonly FilePassage[];
}

/** Lines of so many pages are kept, to look around from one page to the next. */
const MOST_KEPT = 40;
/** A page is laid out with the pages beside it, which look around in turn. */
const REACH = PAGES_AROUND + 1;

/** The pages of an open file, each read when it is wanted. */
export class FilePages {
  readonly count: number;
  readonly #file: PdfFile;
  readonly #lined = new Map<number, Promise<LinedPage | undefined>>();
  /** Headings at the end of a page. */
  readonly #trails = new Map<number, HeadingTrail>();
  #outline: Promise<readonly OutlineEntry[]> | undefined;

  constructor(file: PdfFile) {
    this.#file = file;
    this.count = file.pageCount;
  }

  outline(): Promise<readonly OutlineEntry[]> {
    this.#outline ??= this.#file.outline();
    return this.#outline;
  }

  /** The page as such, before anything of it is read. */
  page(number: number): Promise<PdfPage> {
    return this.#file.page(number);
  }

  async load(number: number): Promise<LoadedPage> {
    const around = Array.from({ length: 2 * REACH + 1 }, (_, index) => number - REACH + index);
    const [page, outline, ...closeBy] = await Promise.all([
      this.page(number),
      this.outline(),
      ...around.map((other) => this.#line(other)),
    ]);
    const layout = layOutPage(
      number,
      closeBy.filter((lined) => lined !== undefined),
    );
    const before = this.#trails.get(number - 1) ?? trailFromOutline(outline, number);
    const found = findPassages(layout, before, outline);
    this.#trails.set(number, found.trail);
    return { number, page, layout, passages: found.passages };
  }

  #line(number: number): Promise<LinedPage | undefined> {
    if (number < 1 || number > this.count) return Promise.resolve(undefined);
    const known = this.#lined.get(number);
    if (known) return known;
    const [oldest] = this.#lined.keys();
    if (oldest !== undefined && this.#lined.size >= MOST_KEPT) this.#lined.delete(oldest);
    const lined = this.#read(number);
    this.#lined.set(number, lined);
    return lined;
  }

  /** A page whose text is damaged is shown all the same. */
  async #read(number: number): Promise<LinedPage | undefined> {
    try {
      const page = await this.#file.page(number);
      return linePage(await page.readText(), number);
    } catch {
      return undefined;
    }
  }
}

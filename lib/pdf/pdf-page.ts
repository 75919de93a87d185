import type { Painting, PdfPage } from '@/lib/app/ports/pdf-file';
import type { PageText, TextPiece } from '@/lib/domain/reading/pdf/page-text';

/** What is used of the library's page. */
export interface LibraryPage {
  getViewport(options: { scale: number }): Viewport;
  getTextContent(): Promise<LibraryText>;
  render(options: { canvas: HTMLCanvasElement; viewport: Viewport; annotationMode: number }): RenderTask;
  cleanup(): boolean;
}

interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

interface LibraryText {
  readonly items: readonly object[];
  readonly styles: Readonly<Record<string, { readonly fontFamily: string; readonly vertical: boolean }>>;
  readonly lang: string | null;
}

interface RenderTask {
  readonly promise: Promise<void>;
  cancel(): void;
}

interface LibraryItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

/** A page with more is a drawing made of letters; what is beyond is painted, not read. */
const MOST_PIECES = 10_000;
const MOST_CHARS = 2_000;

/** Browsers refuse canvases beyond this. */
const MOST_PIXELS = 16_000_000;

/** Annotations are painted as the file has them: marks and notes, nothing to fill in. */
const PAINT_ANNOTATIONS = 1;

export function toPdfPage(page: LibraryPage): PdfPage {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  return {
    width,
    height,
    readText: async () => toPageText(await page.getTextContent(), { width, height, transform }),
    paint: (canvas, pixelsPerPoint) => paint(page, canvas, pixelsPerPoint),
    release: () => void page.cleanup(),
  };
}

function paint(page: LibraryPage, canvas: HTMLCanvasElement, pixelsPerPoint: number): Painting {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(pixelsPerPoint, Math.sqrt(MOST_PIXELS / (width * height)));
  const viewport = page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const task = page.render({ canvas, viewport, annotationMode: PAINT_ANNOTATIONS });
  const done = task.promise.then(
    () => true,
    () => false,
  );
  return { done, cancel: () => task.cancel() };
}

function toPageText({ items, styles, lang }: LibraryText, { width, height, transform }: Viewport): PageText {
  const pieces = items.slice(0, MOST_PIECES).flatMap((item) => {
    const piece = isLibraryItem(item) ? toPiece(item, styles, transform) : undefined;
    return piece ? [piece] : [];
  });
  return { width, height, lang: lang ?? '', pieces };
}

function isLibraryItem(item: object): item is LibraryItem {
  return 'str' in item;
}

/** Absent for text that is not upright, such as a stamp at the side of the page. */
function toPiece(
  { str, transform, width, fontName }: LibraryItem,
  styles: LibraryText['styles'],
  toPage: readonly number[],
): TextPiece | undefined {
  const [across = 0, slope = 0, leanX = 0, leanY = 0, left = 0, baseline = 0] = combine(toPage, transform);
  const isUpright = across > 0 && Math.abs(slope) < 0.1 * across;
  const style = styles[fontName];
  if (!isUpright || style?.vertical) return undefined;
  return {
    text: str.slice(0, MOST_CHARS),
    left,
    baseline,
    width,
    size: Math.hypot(leanX, leanY),
    isMonospaced: style?.fontFamily === 'monospace',
  };
}

/** Product of two transformation matrices of a PDF, each of six numbers. */
function combine(outer: readonly number[], inner: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = outer;
  const [p = 0, q = 0, r = 0, s = 0, t = 0, u = 0] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

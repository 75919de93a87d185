import type { PageText } from '@/lib/domain/reading/pdf/page-text';
import type { Result } from '@/lib/domain/shared/result';

/** Why a file could not be opened. */
export type PdfFailure = 'not-a-pdf' | 'damaged' | 'password-needed' | 'password-wrong' | 'unexpected';

/** An entry of a file's own table of contents. */
export interface OutlineEntry {
  readonly title: string;
  /** 0 for the outermost. */
  readonly depth: number;
  /** Page of the file, from 1. */
  readonly page: number;
}

/** Something that is being painted. `done` resolves false when it was cancelled. */
export interface Painting {
  readonly done: Promise<boolean>;
  cancel(): void;
}

/** One page. Lengths are in points. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readText(): Promise<PageText>;
  /** Gives the canvas its size and paints the page on it. */
  paint(canvas: HTMLCanvasElement, pixelsPerPoint: number): Painting;
  /** Lets go of what painting needed. */
  release(): void;
}

/** A PDF in the memory of this page, until it is closed. */
export interface PdfFile {
  readonly pageCount: number;
  /** As the file names itself, empty when it does not. */
  readonly title: string;
  /** @param number from 1 */
  page(number: number): Promise<PdfPage>;
  /** Empty when the file has none. */
  outline(): Promise<readonly OutlineEntry[]>;
  close(): void;
}

/** Opens a file from its bytes, which it takes over. The password is used and forgotten. */
export type OpenPdf = (bytes: ArrayBuffer, password?: string) => Promise<Result<PdfFile, PdfFailure>>;

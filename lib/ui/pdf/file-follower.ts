import type { FilePassage } from '@/lib/domain/reading/pdf/file-passages';
import type { OpenFile } from './pdf-screen';

/** A passage and the element that shows it. */
export interface ShownPassage {
  readonly element: Element;
  readonly passage: FilePassage;
}

/** Reads along in the file that is open. */
export interface FileFollower {
  begin(file: OpenFile): void;
  /** Takes in the passages of a page that is shown now, in their order. */
  watch(page: number, passages: readonly ShownPassage[]): void;
  /** Drops what was read of the open file and not stored yet, and goes on with it as if it had just been opened. */
  beginAnew(): void;
  end(): void;
}

import type { PdfFailure } from '@/lib/app/ports/pdf-file';
import type { FilePages } from './file-pages';

/** Why nothing is shown of a file, as the learner is told it. */
export type FileTrouble =
  | Exclude<PdfFailure, 'password-needed' | 'password-wrong'>
  | 'too-large'
  | 'unreadable';

/** A file that is open. */
export interface OpenFile {
  /** `pdf:` and the SHA-256 of its bytes. */
  readonly url: string;
  /** As the file names itself, else its name. */
  readonly title: string;
  readonly name: string;
  readonly pages: FilePages;
  /** Width of its first page, in points. */
  readonly pageWidth: number;
  readonly pageHeight: number;
  close(): void;
}

/** What the reader shows: the choice of a file, with what went wrong last, or a file. */
export type PdfScreen =
  | { readonly kind: 'choose'; readonly trouble?: FileTrouble; readonly name?: string }
  | { readonly kind: 'opening'; readonly name: string }
  | { readonly kind: 'password'; readonly name: string; readonly wasWrong: boolean }
  | { readonly kind: 'open'; readonly file: OpenFile };

/** A passage that the learner wants to see again, and the file that it is in. */
export interface WantedPlace {
  readonly url: string;
  readonly fileName: string;
  /** Page of the file, from 1. */
  readonly page: number;
  /** How the passage begins; empty when only the file is wanted. */
  readonly start: string;
}

import type { ImportFormat } from './model';

const FORMATS: Readonly<Record<string, ImportFormat>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  epub: 'epub',
};

/** What a file dialog is to offer. */
export const ACCEPTED_FILES = Object.keys(FORMATS)
  .map((extension) => `.${extension}`)
  .join(',');

const MEGABYTE = 1024 * 1024;

/** Largest files: books bring their pictures along, which are not looked at. */
export const MOST_MEGABYTES: Readonly<Record<ImportFormat, number>> = {
  text: 10,
  markdown: 10,
  html: 10,
  epub: 100,
};

/** The format of a file by its name; undefined for what cannot be brought in. */
export function formatOf(fileName: string): ImportFormat | undefined {
  return FORMATS[extensionOf(fileName)];
}

/** Whether a file is read in the reader for PDF instead. */
export function isPdf(fileName: string): boolean {
  return extensionOf(fileName) === 'pdf';
}

export function isTooLarge(format: ImportFormat, bytes: number): boolean {
  return bytes > MOST_MEGABYTES[format] * MEGABYTE;
}

/** A file's name without what says its format. */
export function nameWithoutExtension(fileName: string): string {
  return fileName.replace(/\.[a-z]+$/i, '') || fileName;
}

const NAME_CHARS = 60;

/** What to call a text that has no title: how it begins. */
export function nameOfText(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  const words = line.replace(/^#+\s*/, '').trim();
  return words.length <= NAME_CHARS ? words : `${words.slice(0, NAME_CHARS).toWellFormed().trimEnd()}…`;
}

function extensionOf(fileName: string): string {
  return fileName.split('.').at(-1)?.toLowerCase() ?? '';
}

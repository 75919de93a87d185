/** Origin of everything that was read in files. */
export const FILE_ORIGIN = 'pdf:';

/**
 * Stands for a file, whatever it is called and wherever it lies.
 *
 * @param hash SHA-256 of its bytes, as hex digits
 */
export function fileUrl(hash: string): string {
  return `${FILE_ORIGIN}${hash}`;
}

/** Whether an address is that of a file. */
export function isFileUrl(url: string): boolean {
  return url.startsWith(FILE_ORIGIN);
}

/** Where a file that was read is opened again, at a passage when one is given: an address within the extension. */
export function fileReaderAddress(url: string, passageId?: string): string {
  const hash = url.slice(FILE_ORIGIN.length);
  const query = new URLSearchParams({ file: hash, ...(passageId !== undefined && { passage: passageId }) });
  return `pdf-reader.html?${query}`;
}

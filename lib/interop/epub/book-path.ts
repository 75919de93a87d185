/**
 * The place in a book that a reference leads to, as the archive names it; without what follows `#` or `?`.
 *
 * @param base the file that refers
 * @returns undefined for what lies outside of the book
 */
export function resolvePath(base: string, reference: string): string | undefined {
  const [path = ''] = decode(reference.trim()).split(/[?#]/, 1);
  if (/^[a-z][a-z\d+.-]*:/i.test(path)) return undefined;
  const parts = path.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : parts.join('/');
}

/** Names are written with percent signs in references and without in the archive. */
function decode(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

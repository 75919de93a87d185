import { resolvePath } from './book-path';
import { elementsIn, type ReadXml } from './read-package';

const ENCRYPTION = 'META-INF/encryption.xml';

/** Whether documents of a book are encrypted. Fonts may be scrambled in a book that anybody may read. */
export function isProtected(readXml: ReadXml, documents: readonly string[]): boolean {
  const encryption = readXml(ENCRYPTION);
  const encrypted = encryption ? elementsIn(encryption, 'CipherReference') : [];
  const paths = new Set(encrypted.map((reference) => resolvePath('', reference.getAttribute('URI') ?? '')));
  return documents.some((path) => paths.has(path));
}

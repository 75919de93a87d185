import { decodeMarkup, decodeText } from '@/lib/domain/imports/decode-text';
import type { MarkedUpText } from '@/lib/domain/imports/markup';
import { looksLikeMarkdown, markUpPlainText } from '@/lib/domain/imports/plain-text';
import { type Result, success } from '@/lib/domain/shared/result';
import type { BroughtText } from './import-text';
import type { BookTrouble, TextFormats } from './ports/imports';

/** The documents of a text in whatever form it was brought. */
export function markUpText(
  { bytes, format }: Pick<BroughtText, 'bytes' | 'format'>,
  formats: TextFormats,
): Result<MarkedUpText, BookTrouble> {
  if (format === 'epub') return formats.readEpub(bytes);
  const decoded = format === 'html' ? decodeMarkup(bytes) : decodeText(bytes);
  if (!decoded.ok) return decoded;
  const text = decoded.value;
  if (format === 'html') return success(asOnePart('', text, 'reading-matter'));
  if (format === 'text' && !looksLikeMarkdown(text))
    return success(asOnePart('', markUpPlainText(text), 'all'));
  const { title, markup } = formats.renderMarkdown(text) ?? { title: '', markup: markUpPlainText(text) };
  return success(asOnePart(title, markup, 'all'));
}

function asOnePart(title: string, markup: string, extent: 'all' | 'reading-matter'): MarkedUpText {
  return { title, parts: [{ title, markup, syntax: 'html', extent }] };
}

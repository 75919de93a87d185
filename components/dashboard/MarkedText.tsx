import type { TextPiece } from '@/lib/domain/search/excerpt';
import type { TextLanguage } from '@/lib/domain/text/language';

interface MarkedTextProps {
  pieces: readonly TextPiece[];
  lang: TextLanguage;
}

/** Captured text with its matches marked, built of text nodes only. */
export function MarkedText({ pieces, lang }: MarkedTextProps) {
  return (
    <bdi lang={lang === 'other' ? '' : lang}>
      {pieces.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : text))}
    </bdi>
  );
}

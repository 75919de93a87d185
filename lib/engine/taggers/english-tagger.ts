import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import type { TaggedToken, Tagger } from '@/lib/domain/text/token';

/**
 * Longer runs without a blank (addresses, encoded bytes) are no words. The tokenizer needs quadratic time for them, so
 * they become one token tagged SYM without being shown to it.
 */
const LONGEST_RUN = 100;
const OVERLONG = new RegExp(`\\S{${LONGEST_RUN + 1},}`, 'g');
/** What separates words; each becomes as many plain blanks, so that offsets hold. */
const SEPARATORS = /[\s\p{Cc}\p{Cf}]/gu;

/** Tags English with Universal POS tags. Making one loads its dictionary (a tenth of a second, some ten megabytes). */
export function createEnglishTagger(): Tagger {
  const wink = winkNLP(model, ['sbd', 'pos']);

  const tagPiece = (text: string, offset: number): TaggedToken[] => {
    const tokens = wink.readDoc(text).tokens();
    const words = tokens.out() as string[];
    const tags = tokens.out(wink.its.pos) as string[];
    const stems = tokens.out(wink.its.stem as unknown as ItsFunction<string>) as string[];
    let cursor = 0;
    return words.map((word, i) => {
      while (text[cursor] === ' ') cursor += 1;
      const start = offset + cursor;
      cursor += word.length;
      return { word, tag: tags[i] ?? 'X', start, end: offset + cursor, stem: stemOf(word, stems[i]) };
    });
  };

  return (text) => {
    const blanked = text.replace(SEPARATORS, (separator) => ' '.repeat(separator.length));
    const pieces: TaggedToken[][] = [];
    let start = 0;
    for (const { index, 0: run } of blanked.matchAll(OVERLONG)) {
      pieces.push(tagPiece(blanked.slice(start, index), start));
      start = index + run.length;
      pieces.push([{ word: run, tag: 'SYM', start: index, end: start, stem: run.toLowerCase() }]);
    }
    pieces.push(tagPiece(blanked.slice(start), start));
    return pieces.flat();
  };
}

/** The stemmer garbles digits (3.5 becomes y.5), so only words of letters are stemmed. */
function stemOf(word: string, stem: string | undefined): string {
  return /\d/.test(word) ? word.toLowerCase() : (stem ?? word.toLowerCase());
}

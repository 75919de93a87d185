import { createSeededRandom, type Random } from '@/lib/domain/shared/random';
import type { Language } from '@/lib/domain/text/language';

const CONSONANTS = ['b', 'c', 'd', 'f', 'g', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'pl', 'st', 'tr'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea'];
const GRAMMAR = ['the', 'of', 'and', 'to', 'in', 'is', 'that', 'for', 'it', 'with', 'as', 'was', 'by', 'on'];
const WORDS = 20_000;
const FIRST_CHARACTER = 0x4e00;
const CHARACTERS = 2_500;

/** Writes texts in a made up vocabulary whose words are as unevenly frequent as those of a language (Zipf 1949). */
export interface Writer {
  write(lang: Language): string;
  /** Some neighbouring words or characters of a text, as a question about it. */
  ask(text: string, lang: Language): string;
}

export function createWriter(seed: number): Writer {
  const random = createSeededRandom(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
  const syllable = () => `${pick(CONSONANTS)}${pick(VOWELS)}`;
  const english = [
    ...GRAMMAR,
    ...Array.from({ length: WORDS }, () => syllable() + syllable() + (random() < 0.6 ? syllable() : 'n')),
  ];
  const character = zipf(CHARACTERS, random);
  const han = () => String.fromCodePoint(FIRST_CHARACTER + 7 * character());
  const chinese = Array.from({ length: WORDS }, (_, i) => (i < 40 ? han() : han() + han()));
  const rank = zipf(WORDS, random);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const several = (count: number, words: readonly string[]) =>
    Array.from({ length: count }, () => words[rank()] ?? '');
  return {
    write: (lang) =>
      lang === 'en'
        ? `${several(between(15, 35), english).join(' ')}.`
        : `${several(between(15, 35), chinese).join('')}。`,
    ask(text, lang) {
      const parts = lang === 'en' ? text.split(' ') : Array.from(text);
      const length = lang === 'en' ? 4 : 6;
      const from = Math.floor(random() * Math.max(1, parts.length - length));
      return parts.slice(from, from + length).join(lang === 'en' ? ' ' : '');
    },
  };
}

/** Ranks from 0, the rank r with a chance in proportion to 1 / (r + 1). */
function zipf(count: number, random: Random): () => number {
  const total = Array.from({ length: count }, (_, rank) => 1 / (rank + 1)).reduce(
    (sum, share) => sum + share,
    0,
  );
  const cumulated = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) {
    sum += 1 / (rank + 1) / total;
    cumulated[rank] = sum;
  }
  return () => {
    const wanted = random();
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulated[middle] ?? 1) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

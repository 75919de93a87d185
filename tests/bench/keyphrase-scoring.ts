import { readFileSync } from 'node:fs';
import { findCandidates } from '@/lib/domain/concepts/find-candidates';
import { rulesFor } from '@/lib/domain/concepts/language-rules';
import type { Language } from '@/lib/domain/text/language';
import type { Tagger } from '@/lib/domain/text/token';

/** A text with the key terms that people gave it. */
export interface KeyedText {
  readonly id: string;
  readonly lang: Language;
  readonly title?: string;
  readonly text: string;
  readonly keys: readonly string[];
}

export function readKeyedTexts(path: string, limit = Number.POSITIVE_INFINITY): KeyedText[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, limit)
    .map((line) => JSON.parse(line));
}

/** Form in which two terms are the same: English stemmed word by word, Chinese without blanks, both in lower case. */
export function normaliseKey(term: string, lang: Language, tagEnglish: Tagger): string {
  const folded = term.toLowerCase();
  if (lang === 'zh') return folded.replace(/\s+/g, '');
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return words.flatMap((word) => tagEnglish(word).map(({ stem }) => stem)).join(' ');
}

/** F1 of the first `k` different predictions against all different keys, by exact match. */
export function scoreTop(predicted: readonly string[], keys: readonly string[], k: number): number {
  const gold = new Set(keys);
  const top = [...new Set(predicted)].slice(0, k);
  const hits = top.filter((term) => gold.has(term)).length;
  return hits === 0 ? 0 : (2 * hits) / (top.length + gold.size);
}

/**
 * The baseline: the same candidates by `tf · ln(N / df)` over the file (whole noun phrases for English, all candidates for
 * Chinese, which is the better choice for each).
 */
export function rankByTfIdf(texts: readonly KeyedText[], taggers: Record<Language, Tagger>): string[][] {
  const candidates = texts.map(({ id, lang, text }) =>
    findCandidates([{ id, text }], taggers[lang], rulesFor(lang)).filter(
      ({ isWholeRun }) => lang === 'zh' || isWholeRun,
    ),
  );
  const frequency = new Map<string, number>();
  for (const { key } of candidates.flat()) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  return candidates.map((list) =>
    list
      .map(({ label, key, spans }) => ({
        label,
        weight: spans.length * Math.log(texts.length / (frequency.get(key) ?? 1)),
      }))
      .sort((a, b) => b.weight - a.weight)
      .map(({ label }) => label),
  );
}

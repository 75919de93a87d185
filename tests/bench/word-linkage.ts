import { agnes } from 'ml-hclust';
import type { Language } from '@/lib/domain/text/language';

interface Text {
  readonly lang: Language;
  readonly text: string;
}

/**
 * Divides texts by their words alone: average linkage on the cosine distance of TF-IDF, with words of English and pairs of
 * characters of Chinese.
 *
 * @returns cluster of each text, from 0
 */
export function divideByWords(texts: readonly Text[], k: number): number[] {
  const vectors = weighTerms(texts.map(termsOf));
  const distances = vectors.map((a) => vectors.map((b) => Math.max(0, 1 - cosine(a, b))));
  const branches = agnes(distances, { method: 'average', isDistanceMatrix: true }).group(k).children;
  const clusterOf = texts.map(() => 0);
  branches.forEach((branch, cluster) => {
    for (const i of branch.indices()) clusterOf[i] = cluster;
  });
  return clusterOf;
}

function termsOf({ lang, text }: Text): string[] {
  const folded = text.toLowerCase();
  if (lang === 'en') return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => {
    const chars = Array.from(run);
    return chars.slice(1).map((char, i) => `${chars[i]}${char}`);
  });
}

/** `(1 + ln tf) · ln(n / df)`, scaled to unit length. */
function weighTerms(documents: readonly (readonly string[])[]): Map<string, number>[] {
  const frequency = new Map<string, number>();
  for (const terms of documents)
    for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return documents.map((terms) => {
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    const weights = Array.from(counts, ([term, count]) => {
      const rarity = Math.log(documents.length / (frequency.get(term) ?? 1));
      return [term, (1 + Math.log(count)) * rarity] as const;
    });
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([term, weight]) => [term, weight / length]));
  });
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

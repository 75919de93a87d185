import { readFileSync } from 'node:fs';
import { centre, centreFor } from '@/lib/domain/embedding/centring';
import type { Embedding } from '@/lib/domain/embedding/model';
import { mean } from '@/lib/domain/embedding/vector';
import type { Language } from '@/lib/domain/text/language';
import { createNodeEncoder } from '@/tests/support/node-encoder';

const CENTERS = new URL('../../public/models/multilingual-e5-small-en-zh/centers.json', import.meta.url);

export interface LabelledText {
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
  readonly label: string | number;
}

/** A text as a point among the subjects. */
export interface LocatedText extends LabelledText {
  readonly raw: Embedding;
  /** Centred, unit length. */
  readonly point: Float32Array;
}

/** @param path JSON lines */
export function readTexts(path: string, limit = Number.POSITIVE_INFINITY): LabelledText[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, limit)
    .map((line) => JSON.parse(line));
}

/** Embeds and centres texts as the product does with what was read. */
export async function locateTexts(texts: readonly LabelledText[]): Promise<LocatedText[]> {
  const encoder = await createNodeEncoder();
  const vectors = await encoder.encode(
    texts.map(({ text }) => text),
    'passage',
  );
  const priors: Record<Language, number[]> = JSON.parse(readFileSync(CENTERS, 'utf8')).centers;
  const embedded = texts.flatMap((text, i) => (vectors[i] ? [{ ...text, raw: vectors[i] }] : []));
  const centres = new Map(
    (['en', 'zh'] as const).map((lang) => {
      const own = embedded.filter((text) => text.lang === lang).map(({ raw }) => raw);
      const known = own.length > 0 ? { count: own.length, mean: mean(own) } : undefined;
      return [lang, centreFor(Float32Array.from(priors[lang]), known)];
    }),
  );
  return embedded.map((text) => ({
    ...text,
    point: centre(text.raw, centres.get(text.lang) ?? new Float32Array(text.raw.length)),
  }));
}

import { readFileSync } from 'node:fs';
import { type Centres, centre, centresFor, extendMean } from '@/lib/domain/embedding/centring';
import type { Embedding, EncodingRole } from '@/lib/domain/embedding/model';
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

/** A text with its vector as the encoder gave it. */
export interface EmbeddedText<Text> {
  readonly text: Text;
  readonly raw: Embedding;
}

/** Embeds texts on the processor of this machine; those of which nothing can be made are left out. */
export async function embedTexts<Text extends { readonly text: string }>(
  texts: readonly Text[],
  role: EncodingRole = 'passage',
): Promise<EmbeddedText<Text>[]> {
  const encoder = await createNodeEncoder();
  const vectors = await encoder.encode(
    texts.map(({ text }) => text),
    role,
  );
  return texts.flatMap((text, i) => (vectors[i] ? [{ text, raw: vectors[i] }] : []));
}

/** The points that what was read scatters around. */
export function centresOf(embedded: readonly EmbeddedText<{ readonly lang: Language }>[]): Centres {
  const priors: Record<Language, number[]> = JSON.parse(readFileSync(CENTERS, 'utf8')).centers;
  const ofLang = (lang: Language) => embedded.filter(({ text }) => text.lang === lang).map(({ raw }) => raw);
  const [en, zh] = [extendMean(undefined, ofLang('en')), extendMean(undefined, ofLang('zh'))];
  return centresFor(
    { en: Float32Array.from(priors.en), zh: Float32Array.from(priors.zh) },
    { ...(en && { en }), ...(zh && { zh }) },
  );
}

/** Embeds and centres texts as the product does with what was read. */
export async function locateTexts(texts: readonly LabelledText[]): Promise<LocatedText[]> {
  const embedded = await embedTexts(texts);
  const centres = centresOf(embedded);
  return embedded.map(({ text, raw }) => ({
    ...text,
    raw,
    point: centre(raw, centres[text.lang] ?? new Float32Array(raw.length)),
  }));
}

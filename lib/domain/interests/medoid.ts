import { dot } from '../embedding/vector';
import { splitSentences } from '../text/split-sentences';
import type { LocatedPassage } from './locate';
import type { Medoid } from './model';
import type { SpokenPassage } from './participation';
import type { TermsByLanguage } from './term-ranking';

type Member = Pick<LocatedPassage, 'passage' | 'point'>;

const SENTENCE_LENGTH = { en: { min: 40, max: 240 }, zh: { min: 14, max: 120 } } as const;
const PASSAGES_TO_TRY = 5;
const TERMS_TO_LOOK_FOR = 10;

/**
 * The sentence that stands for a cluster: of the passage nearest to the centroid, the sentence of a readable length
 * that holds most of the cluster's terms. Further passages are tried when the nearest has no such sentence.
 *
 * @param centroid unit length
 * @returns nothing when the cluster is empty
 */
export function chooseMedoid(
  members: readonly Member[],
  centroid: Float32Array,
  terms: TermsByLanguage,
): Medoid | undefined {
  const central = members
    .map((member) => ({ ...member, similarity: dot(member.point, centroid) }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, PASSAGES_TO_TRY);
  for (const { passage } of central) {
    const sentence = bestSentence(passage, terms);
    if (sentence) return { passageId: passage.id, sentence, lang: passage.lang };
  }
  const nearest = central[0]?.passage;
  return (
    nearest && {
      passageId: nearest.id,
      sentence: sentencesOf(nearest)[0] ?? nearest.text,
      lang: nearest.lang,
    }
  );
}

function bestSentence(passage: SpokenPassage, terms: TermsByLanguage): string | undefined {
  const { min, max } = SENTENCE_LENGTH[passage.lang];
  const wanted = (terms[passage.lang] ?? [])
    .slice(0, TERMS_TO_LOOK_FOR)
    .map(({ label }) => label.toLowerCase());
  const readable = sentencesOf(passage).filter(({ length }) => length >= min && length <= max);
  const scored = readable.map((sentence) => {
    const text = sentence.toLowerCase();
    return { sentence, termCount: wanted.filter((term) => text.includes(term)).length };
  });
  return scored.sort((a, b) => b.termCount - a.termCount)[0]?.sentence;
}

function sentencesOf({ text, lang }: SpokenPassage): string[] {
  return splitSentences(text, lang).map(({ start, end }) => text.slice(start, end));
}

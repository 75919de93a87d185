import type { Candidate } from './candidate';

/** What is known of a candidate beside itself. */
export interface CandidateContext {
  /** Whether the term stands in the title of the page. */
  readonly inTitle: boolean;
  /** Mean centred cosine of the term's words to the page, −1 to 1; absent when no vectors are known. */
  readonly similarity: number | undefined;
  /** How rare the term is in the learner's reading, and the sum over its words; about 1 for what stands here only. */
  readonly rarity: number;
  readonly wordRarity: number;
  /** How many other candidates of the page are part of it, and how many hold it. */
  readonly partCount: number;
  readonly wholeCount: number;
}

/** The numbers that scores are sums of. Logarithms are natural; yes and no are 1 and 0. */
export function describeCandidate(candidate: Candidate, context: CandidateContext) {
  const { words, spans, label } = candidate;
  const chars = [...label].length;
  return {
    bias: 1,
    wholeRun: Number(candidate.isWholeRun),
    logFrequency: Math.log(spans.length),
    logPosition: Math.log1p(candidate.firstPosition),
    inTitle: Number(context.inTitle),
    similarity: context.similarity ?? 0,
    acronym: Number(/\p{Lu}{2}/u.test(label)),
    capital: Number(/^\p{Lu}/u.test(candidate.firstForm)),
    properNoun: Number(candidate.tags.includes('PROPN')),
    endsClause: Number(candidate.endsClause),
    followsGrammar: Number(candidate.followsGrammar),
    oneWord: Number(words.length === 1),
    rarity: context.rarity,
    wordRarity: context.wordRarity,
    frequencyByRarity: Math.log1p(spans.length) * context.wordRarity,
    twoChars: Number(chars === 2),
    fourChars: Number(chars === 4),
    branching: candidate.branching,
    partCount: context.partCount,
    logWholeCount: Math.log1p(context.wholeCount),
  };
}

export type FeatureName = keyof ReturnType<typeof describeCandidate>;

export type Weights = Readonly<Partial<Record<FeatureName, number>>>;

/** A linear score; only the order of the scores within one page means something. */
export interface Formula {
  readonly withVectors: Weights;
  readonly withoutVectors: Weights;
}

export function scoreCandidate(candidate: Candidate, context: CandidateContext, formula: Formula): number {
  const weights = context.similarity === undefined ? formula.withoutVectors : formula.withVectors;
  const features = describeCandidate(candidate, context);
  let score = 0;
  for (const [name, weight] of Object.entries(weights)) score += weight * features[name as FeatureName];
  return score;
}

/** `(1 − share) · a + share · b`, which for linear scores is the same as mixing their values. */
export function blendFormulas(a: Formula, b: Formula, share: number): Formula {
  return {
    withVectors: blendWeights(a.withVectors, b.withVectors, share),
    withoutVectors: blendWeights(a.withoutVectors, b.withoutVectors, share),
  };
}

function blendWeights(a: Weights, b: Weights, share: number): Weights {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<FeatureName>;
  return Object.fromEntries(
    [...names].map((name) => [name, (1 - share) * (a[name] ?? 0) + share * (b[name] ?? 0)]),
  );
}

import type { TaggedToken } from '../text/token';
import type { Candidate, TermSpan } from './candidate';

const MAX_FORMS = 8;
/** A form at the start of a sentence says little about its capitals, so it hardly counts. */
const OPENING_WEIGHT = 0.01;
/** Stands for the neighbour of a term at the start or end of a text. */
const EDGE = '\n';

/** One place where a term was found. */
export interface Occurrence {
  readonly span: TermSpan;
  readonly form: string;
  readonly isWholeRun: boolean;
  /** The form opens a sentence, so its capital may not be its own. */
  readonly opensSentence: boolean;
  readonly before: TaggedToken | undefined;
  readonly after: TaggedToken | undefined;
}

/** Gathers the occurrences of one candidate, the first of which gives its words and tags. */
export class CandidateDraft {
  private readonly occurrences: Occurrence[] = [];

  constructor(
    private readonly key: string,
    private readonly units: readonly TaggedToken[],
    private readonly firstPosition: number,
  ) {}

  add(occurrence: Occurrence): void {
    this.occurrences.push(occurrence);
  }

  finish(): Candidate {
    const { occurrences, units } = this;
    const forms = rankForms(occurrences);
    return {
      key: this.key,
      words: units.map(({ word }) => word.toLowerCase()),
      tags: units.map(({ tag }) => tag),
      label: forms[0] ?? this.key,
      forms: forms.slice(0, MAX_FORMS),
      spans: occurrences.map(({ span }) => span),
      firstPosition: this.firstPosition,
      firstForm: occurrences[0]?.form ?? this.key,
      isWholeRun: occurrences.some(({ isWholeRun }) => isWholeRun),
      endsClause: occurrences.some(({ after }) => after === undefined || after.tag === 'PUNCT'),
      followsGrammar: occurrences.some(({ before }) => /^(?:DET|ADP|VERB)$/.test(before?.tag ?? '')),
      branching: Math.min(
        entropy(occurrences.map(({ before }) => before?.word ?? EDGE)),
        entropy(occurrences.map(({ after }) => after?.word ?? EDGE)),
      ),
    };
  }
}

/** Surface forms, most frequent first. */
function rankForms(occurrences: readonly Occurrence[]): string[] {
  const weights = new Map<string, number>();
  for (const { form, opensSentence } of occurrences)
    weights.set(form, (weights.get(form) ?? 0) + (opensSentence ? OPENING_WEIGHT : 1));
  return [...weights].sort((a, b) => b[1] - a[1]).map(([form]) => form);
}

/** Shannon entropy of a sample, in nats. */
function entropy(sample: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const item of sample) counts.set(item, (counts.get(item) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= (count / sample.length) * Math.log(count / sample.length);
  return sum;
}

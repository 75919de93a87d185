import type { TaggedToken } from '../text/token';
import type { Candidate, TermSpan } from './candidate';

const MAX_FORMS = 8;
/** A form at the start of a sentence says little about its capitals, so it hardly counts. */
const OPENING_WEIGHT = 0.01;

/** Gathers the occurrences of one candidate. */
export class CandidateDraft {
  private readonly spans: TermSpan[] = [];
  private readonly weightOfForm = new Map<string, number>();
  private isWholeRun = false;

  constructor(
    private readonly key: string,
    private readonly units: readonly TaggedToken[],
    private readonly firstPosition: number,
  ) {}

  add(
    span: TermSpan,
    form: string,
    { isWholeRun, opensSentence }: Record<'isWholeRun' | 'opensSentence', boolean>,
  ) {
    this.spans.push(span);
    this.isWholeRun ||= isWholeRun;
    const weight = opensSentence ? OPENING_WEIGHT : 1;
    this.weightOfForm.set(form, (this.weightOfForm.get(form) ?? 0) + weight);
  }

  finish(): Candidate {
    const forms = [...this.weightOfForm].sort((a, b) => b[1] - a[1]).map(([form]) => form);
    return {
      key: this.key,
      words: this.units.map(({ word }) => word.toLowerCase()),
      headTag: this.units.at(-1)?.tag ?? '',
      label: forms[0] ?? this.key,
      forms: forms.slice(0, MAX_FORMS),
      spans: this.spans,
      firstPosition: this.firstPosition,
      isWholeRun: this.isWholeRun,
    };
  }
}

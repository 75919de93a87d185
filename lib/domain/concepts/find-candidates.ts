import { findCodeRuns } from '../text/code-runs';
import type { TaggedToken, Tagger } from '../text/token';
import { type Candidate, type CandidateRules, MAX_UNITS } from './candidate';
import { CandidateDraft } from './candidate-draft';

export interface TermPassage {
  readonly id: string;
  readonly text: string;
}

/**
 * All candidate terms of the passages, in order of first appearance: every stretch of up to five neighbouring units that
 * the language's rules call a term. Terms never reach over a passage, a line, or into code.
 */
export function findCandidates(
  passages: readonly TermPassage[],
  tagger: Tagger,
  rules: CandidateRules,
): Candidate[] {
  const drafts = new Map<string, CandidateDraft>();
  let position = 0;
  for (const passage of passages) {
    const units = rules.joinTokens(passage.text, tagger(passage.text));
    for (const run of findRuns(passage.text, units, rules))
      collectTerms(passage, run, position, rules, drafts);
    position += units.length;
  }
  return [...drafts.values()].map((draft) => draft.finish());
}

interface Run {
  /** All units of the passage. */
  readonly all: readonly TaggedToken[];
  readonly from: number;
  readonly to: number;
}

/** Longest sequences of touching term units outside code. */
function findRuns(text: string, units: readonly TaggedToken[], rules: CandidateRules): Run[] {
  const isCode = findCodeRuns(text);
  const runs: Run[] = [];
  let from = 0;
  const close = (to: number) => {
    if (to > from) runs.push({ all: units, from, to });
  };
  units.forEach((unit, index) => {
    const last = units[index - 1];
    if (last && index > from && !rules.mayTouch(text.slice(last.end, unit.start))) {
      close(index);
      from = index;
    }
    if (!rules.isTermUnit(unit) || isCode(unit.start) || isCode(unit.end - 1)) {
      close(index);
      from = index + 1;
    }
  });
  close(units.length);
  return runs;
}

function collectTerms(
  passage: TermPassage,
  run: Run,
  position: number,
  rules: CandidateRules,
  drafts: Map<string, CandidateDraft>,
): void {
  for (let from = run.from; from < run.to; from += 1) {
    for (let to = from + 1; to <= Math.min(run.to, from + MAX_UNITS); to += 1) {
      const units = run.all.slice(from, to);
      const start = units[0]?.start ?? 0;
      const end = units.at(-1)?.end ?? start;
      const surface = passage.text.slice(start, end);
      if (!rules.isTerm(units, surface)) continue;
      const key = rules.keyOf(units, surface);
      const draft = drafts.get(key) ?? new CandidateDraft(key, units, position + from);
      drafts.set(key, draft);
      draft.add({
        span: { passageId: passage.id, start, end },
        form: rules.labelOf(surface),
        isWholeRun: from === run.from && to === run.to,
        opensSentence: opensSentence(passage.text, start),
        before: run.all[from - 1],
        after: run.all[to],
      });
    }
  }
}

/** Whether the capital at `start` may be that of a sentence rather than that of a name. */
function opensSentence(text: string, start: number): boolean {
  return /(?:^|[.!?:;•–—])["'“‘(\s]*$/u.test(text.slice(Math.max(0, start - 4), start));
}

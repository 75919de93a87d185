/** Where the answers of many questions stood in the lists that were found. */
export interface RetrievalScores {
  /** Share of questions with a right passage first. */
  readonly first: number;
  /** Share with a right passage among the first five. */
  readonly firstFive: number;
  /** Mean of 1 / rank of the first right passage; 0 where there is none. */
  readonly meanReciprocalRank: number;
}

/** @param lists what was found for each question, best first, beside what is right */
export function scoreRetrieval(
  lists: readonly { readonly found: readonly string[]; readonly right: readonly string[] }[],
): RetrievalScores {
  const ranks = lists.map(({ found, right }) => 1 + found.findIndex((id) => right.includes(id)));
  const share = (isGood: (rank: number) => boolean) => ranks.filter(isGood).length / (ranks.length || 1);
  const reciprocals = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0);
  return {
    first: share((rank) => rank === 1),
    firstFive: share((rank) => rank >= 1 && rank <= 5),
    meanReciprocalRank: reciprocals / (ranks.length || 1),
  };
}

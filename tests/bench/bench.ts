/** What the command line gave: `npm run bench -- NAME [--data FILE] [--limit N] [--k K] [--worst N] [--json FILE]`. */
export interface BenchOptions {
  /** A data set that the project does not ship. */
  readonly data?: string;
  /** At most so many items of it. */
  readonly limit?: number;
  /** Number of clusters, where a benchmark makes clusters. */
  readonly k?: number;
  /** How many of the items with the lowest scores are listed. */
  readonly worst?: number;
}

/** One measured figure beside its baseline, both from the same run. */
export interface BenchRow {
  readonly metric: string;
  readonly unit: string;
  readonly value: number;
  readonly baseline?: number;
  /** What the project promises, such as `at most 100` or `1.5 times the baseline`. */
  readonly target?: string;
  /** Whether the promise is kept; absent without a target. */
  readonly met?: boolean;
}

export interface BenchReport {
  /** What `baseline` is, in a few words. */
  readonly baseline: string;
  readonly rows: readonly BenchRow[];
  /** What a reader needs to judge the figures: counts, versions, thread numbers. */
  readonly notes?: readonly string[];
}

/** A benchmark that cannot run here says why, in one line. */
export interface BenchSkipped {
  readonly skipped: string;
}

export type BenchResult = BenchReport | BenchSkipped;

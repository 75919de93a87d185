import type { Passage, TextForm } from '../reading/model';

/** A stretch of a text that was brought in, as the walk through it found it. */
export interface ImportedBlock extends Pick<Passage, 'text' | 'kind' | 'lang'>, TextForm {
  /** Headings above the block, outermost first. */
  readonly headingPath: readonly string[];
}

import type { Result } from '../shared/result';
import type { TextLanguage } from '../text/language';
import type { Occurrence, Passage, TextForm } from './model';

/** Most that may be selected at once. */
export const SELECTION_LIMITS = { blocks: 50, chars: 100_000 } as const;

/** Why nothing can be learned from what is selected in a page. */
export const SELECTION_REFUSALS = [
  'nothing-selected',
  'too-short',
  'too-long',
  /** In a field or in a text that is being written. */
  'editable',
  /** The page asks for a password, a payment card or a one-time code. */
  'secret-field',
  /** A file in the browser's own viewer, which shows its text to nobody. */
  'file-viewer',
] as const;

export type SelectionRefusal = (typeof SELECTION_REFUSALS)[number];

/** A part of a page that the learner selected: a whole block, or the selected part of one. */
export interface SelectedBlock
  extends Pick<Passage, 'text' | 'kind' | 'lang'>,
    Pick<Occurrence, 'order' | 'headingPath' | 'anchor'>,
    TextForm {}

/** What is selected in a page, and which page that is. */
export interface SelectedText {
  readonly url: string;
  readonly title: string;
  readonly lang: TextLanguage;
  readonly blocks: readonly SelectedBlock[];
}

export type SelectionReading = Result<SelectedText, SelectionRefusal>;

import { type Browser, browser } from 'wxt/browser';
import type { ReadingSuggestion } from '@/lib/app/ports/address-bar';
import type { TabPlace } from '@/lib/app/ports/source-tabs';

const PLACES: Readonly<Record<`${Browser.omnibox.OnInputEnteredDisposition}`, TabPlace>> = {
  currentTab: 'here',
  newForegroundTab: 'in-front',
  newBackgroundTab: 'behind',
};

/** What stands for the learner's words in the line that the browser itself puts first. */
export const TYPED_WORDS = '%s';

export interface AddressBarListener {
  /** The learner has begun to use our keyword. */
  started(): void;
  /** Resolves with what to suggest for the words so far. */
  typed(text: string): Promise<readonly ReadingSuggestion[]>;
  /** The learner chose a suggestion, whose content this is, or entered words. */
  entered(text: string, place: TabPlace): void;
}

/** Hears what the learner does behind our keyword in the address bar. To be called in the worker's first turn. */
export function onAddressBar({ started, typed, entered }: AddressBarListener): void {
  browser.omnibox.onInputStarted.addListener(started);
  browser.omnibox.onInputChanged.addListener((text, show) => {
    void typed(text).then((suggestions) => show(suggestions.map(toSuggestResult)));
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => entered(text, PLACES[disposition]));
}

/** Says in the first line what the Enter key does. @param text holds `TYPED_WORDS` where the learner's words go */
export function describeEnter(text: string): void {
  const description = escapeMarkup(text).replace(TYPED_WORDS, `<match>${TYPED_WORDS}</match>`);
  browser.omnibox.setDefaultSuggestion({ description });
}

function toSuggestResult({ content, excerpt, title }: ReadingSuggestion): Browser.omnibox.SuggestResult {
  const text = excerpt
    .map((piece) => (piece.isMatch ? `<match>${escapeMarkup(piece.text)}</match>` : escapeMarkup(piece.text)))
    .join('');
  return { content, description: title === '' ? text : `${text} <dim>${escapeMarkup(title)}</dim>` };
}

/**
 * Descriptions are XML, and what a page says is text: none of it becomes markup, none is left that XML does not know, and
 * none that would turn the direction of the line.
 */
function escapeMarkup(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}\s]+/gu, ' ')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

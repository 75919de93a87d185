/** Stands in an address for a question that was put in the address bar and waits to be asked; its words stay out of the browser's history. */
export const ASKED_SEARCH = 'asked';

/** Where the overview asks it: an address within the extension. */
export const ASKED_SEARCH_ADDRESS = `dashboard.html#/reading?${ASKED_SEARCH}`;

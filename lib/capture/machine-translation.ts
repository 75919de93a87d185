/**
 * Whether the browser, or a proxy that translates, shows the page in another language than it was written in. Its text is
 * then not what the page says: it would be a second copy of the same passages, and no quotation would be found again.
 * Chrome and its proxy mark the root, Edge the title.
 */
export function isMachineTranslated(page: Document): boolean {
  const { classList } = page.documentElement;
  if (classList.contains('translated-ltr') || classList.contains('translated-rtl')) return true;
  return page.querySelector('head > title[_msttexthash]') !== null;
}

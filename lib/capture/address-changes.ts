/**
 * Calls back as soon as the address of this document changes without a new document (`pushState`, `replaceState`, routes in
 * the fragment, the way back), while the page still shows what the old address showed. Browsers without the Navigation API
 * tell of the way back only.
 */
export function watchAddress(onChange: () => void, signal: AbortSignal): void {
  const { navigation }: { navigation?: EventTarget } = Object(window);
  navigation?.addEventListener('currententrychange', onChange, { signal });
  window.addEventListener('popstate', onChange, { signal });
}

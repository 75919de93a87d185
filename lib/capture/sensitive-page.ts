const SECRET_FIELDS = [
  'input[type="password" i]',
  ...['current-password', 'new-password', 'one-time-code'].map(
    (token) => `input[autocomplete~="${token}" i]`,
  ),
  'input[autocomplete*="cc-" i]',
].join(', ');

/** Whether a page asks for a password or a payment card. Such a page is not read; a field that is not shown does not count. */
export function asksForSecrets(page: Document): boolean {
  return [...page.querySelectorAll<HTMLInputElement>(SECRET_FIELDS)].some((field) => field.checkVisibility());
}

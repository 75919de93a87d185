import type { ThemeChoice } from '@/lib/app/ports/settings';

/** Sets the learner's choice on a document; `auto` leaves it to the system. */
export function applyTheme(target: Document, choice: ThemeChoice): void {
  if (choice === 'auto') delete target.documentElement.dataset.theme;
  else target.documentElement.dataset.theme = choice;
}

import type { KeyPlace } from '@/lib/ui/popup/review-keys';

/** Where a key was pressed; absent inside a dialog, which has its own keys. */
export function keyPlaceOf(target: EventTarget | null): KeyPlace | undefined {
  if (!(target instanceof Element)) return 'elsewhere';
  if (target.closest('dialog')) return undefined;
  if (target instanceof HTMLInputElement) return target.value === '' ? 'empty-field' : 'field';
  return target.closest('button, a') ? 'control' : 'elsewhere';
}

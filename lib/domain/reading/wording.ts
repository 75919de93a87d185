import type { BlockKind } from './model';

/** Whether a block holds words of a language; code and formulas hold names. */
export function isWording({ kind }: { readonly kind: BlockKind }): boolean {
  return kind !== 'code' && kind !== 'maths';
}

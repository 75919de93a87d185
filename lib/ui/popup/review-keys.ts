/** A key as the browser reports it. */
export interface KeyPress {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Where the key was pressed: in a text field (empty or not), on a button or link, or elsewhere. */
export type KeyPlace = 'field' | 'empty-field' | 'control' | 'elsewhere';

export type KeyCommand =
  | { readonly kind: 'pick'; readonly index: number }
  | { readonly kind: 'advance' | 'undo' | 'open-source' | 'skip' | 'show-keys' };

/**
 * What a key asks for. Keys that an input method is still using ask for nothing (some browsers say so only by key code
 * 229), letters are for typing while a text field has the focus, and a button keeps its own Enter.
 */
export function commandOf(press: KeyPress, place: KeyPlace): KeyCommand | undefined {
  if (press.isComposing || press.keyCode === 229 || press.repeat || press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) {
    const isUndo = press.key.toLowerCase() === 'z' && place !== 'field';
    return isUndo ? { kind: 'undo' } : undefined;
  }
  if (press.key === 'Enter') return place === 'control' ? undefined : { kind: 'advance' };
  if (place === 'field' || place === 'empty-field') return undefined;
  return commandOfCharacter(press.key);
}

function commandOfCharacter(key: string): KeyCommand | undefined {
  if (/^[1-4]$/.test(key)) return { kind: 'pick', index: Number(key) - 1 };
  switch (key.toLowerCase()) {
    case 'z':
      return { kind: 'undo' };
    case 'o':
      return { kind: 'open-source' };
    case 's':
      return { kind: 'skip' };
    case '?':
    case '？':
      return { kind: 'show-keys' };
    default:
      return undefined;
  }
}

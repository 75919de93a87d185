import { describe, expect, it } from 'vitest';
import { commandOf, type KeyPlace, type KeyPress } from '@/lib/ui/popup/review-keys';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  keyCode: 0,
  isComposing: false,
  repeat: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...change,
});

const kindOf = (key: string, place: KeyPlace, change: Partial<KeyPress> = {}) =>
  commandOf(press(key, change), place)?.kind;

describe('keys of a review', () => {
  it('pick options and ratings by number', () => {
    expect(commandOf(press('3'), 'elsewhere')).toEqual({ kind: 'pick', index: 2 });
    expect(commandOf(press('5'), 'elsewhere')).toBeUndefined();
  });

  it.each([
    ['Enter', 'advance'],
    ['z', 'undo'],
    ['Z', 'undo'],
    ['o', 'open-source'],
    ['s', 'skip'],
    ['?', 'show-keys'],
    ['？', 'show-keys'],
  ])('%s means %s', (key, kind) => {
    expect(kindOf(key, 'elsewhere')).toBe(kind);
  });

  it('are letters and digits again while an answer is typed', () => {
    for (const key of ['1', 'z', 'o', 's', '?']) {
      expect([kindOf(key, 'field'), kindOf(key, 'empty-field')]).toEqual([undefined, undefined]);
    }
    expect(kindOf('Enter', 'field')).toBe('advance');
  });

  it('leave Enter to the input method that is composing, however the browser says so', () => {
    expect(kindOf('Enter', 'field', { isComposing: true })).toBeUndefined();
    expect(kindOf('Enter', 'field', { keyCode: 229 })).toBeUndefined();
    expect(kindOf('Process', 'field', { keyCode: 229 })).toBeUndefined();
  });

  it('undo by Ctrl or Command, except where that undoes typing', () => {
    expect(kindOf('z', 'empty-field', { ctrlKey: true })).toBe('undo');
    expect(kindOf('z', 'elsewhere', { metaKey: true })).toBe('undo');
    expect(kindOf('z', 'field', { ctrlKey: true })).toBeUndefined();
  });

  it('leave the browser its own keys, buttons their Enter, and a held key its first press', () => {
    expect(kindOf('o', 'elsewhere', { ctrlKey: true })).toBeUndefined();
    expect(kindOf('1', 'elsewhere', { altKey: true })).toBeUndefined();
    expect(kindOf('Enter', 'control')).toBeUndefined();
    expect(kindOf('Enter', 'elsewhere', { repeat: true })).toBeUndefined();
  });
});

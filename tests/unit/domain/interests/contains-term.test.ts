import { describe, expect, it } from 'vitest';
import { containsTerm, isKindOf } from '@/lib/domain/interests/contains-term';

describe('containsTerm', () => {
  it.each([
    ['Hash tables: finding a key', 'hash table', true],
    ['State-of-the-art report', 'state of the art', true],
    ['Moving particles', 'article', false],
    ['哈希表为什么快', '哈希', true],
    ['An einsum of C++ (x)', 'c++', true],
    ['Anything', '…', false],
    ['', 'leaf', false],
  ])('%j with %j: %s', (text, term, expected) => {
    expect(containsTerm(text, term)).toBe(expected);
  });
});

describe('isKindOf', () => {
  it.each([
    ['movable type', 'type', true],
    ['steam engines', 'engine', true],
    ['type case', 'type', false],
    ['type', 'type', false],
    ['prototype', 'type', false],
    ['电子邮件', '邮件', true],
    ['哈希', '哈希', false],
  ])('%j of %j: %s', (longer, term, expected) => {
    expect(isKindOf(longer, term)).toBe(expected);
  });
});

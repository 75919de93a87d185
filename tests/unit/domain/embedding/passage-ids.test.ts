import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canPack, headsOf, ID_BYTES, idAt, packIds, unpackIds } from '@/lib/domain/embedding/passage-ids';

const hex = fc.constantFrom(...'0123456789abcdef');
const digest = fc.string({ unit: hex, minLength: 64, maxLength: 64 });
const name = fc.string({ unit: fc.constantFrom('a', '-', '7', '热'), minLength: 1, maxLength: 8 });

describe('packed ids', () => {
  it('come back as they were, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(digest, name)), (ids) => {
        const packed = packIds(ids);
        expect(packed).toHaveLength(ids.length * ID_BYTES);
        expect(unpackIds(packed)).toEqual(ids);
        ids.forEach((id, row) => {
          expect(idAt(packed, row)).toBe(id);
        });
      }),
    );
  });

  it('refuse what is neither a digest nor short', () => {
    expect(() => packIds(['x'.repeat(25)])).toThrow(RangeError);
    expect(canPack('x'.repeat(25))).toBe(false);
    expect([canPack('x'.repeat(24)), canPack('ab'.repeat(32))]).toEqual([true, true]);
  });

  it('begin with their heads', () => {
    const packed = packIds([`01020304${'ff'.repeat(28)}`, `fffefdfc${'00'.repeat(28)}`]);
    expect([...headsOf(packed)]).toEqual([0x01020304, 0xfffefdfc]);
  });
});

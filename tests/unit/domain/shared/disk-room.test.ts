import { describe, expect, it } from 'vitest';
import { diskRoomState } from '@/lib/domain/shared/disk-room';

const MEGABYTE = 1_000_000;
const LARGE = 200_000 * MEGABYTE;
const SMALL = 60 * MEGABYTE;

const stateAt = (freeMegabytes: number, mostBytes: number, usedMegabytes = 5) =>
  diskRoomState({ freeBytes: freeMegabytes * MEGABYTE, usedBytes: usedMegabytes * MEGABYTE }, mostBytes);

describe('diskRoomState', () => {
  it.each([
    [2_000, 'enough'],
    [501, 'enough'],
    [499, 'scarce'],
    [101, 'scarce'],
    [99, 'short'],
    [0, 'short'],
  ] as const)('with %i MB free on a large disk is %s', (free, state) => {
    expect(stateAt(free, LARGE)).toBe(state);
  });

  it.each([
    [50, 'enough'],
    [13, 'enough'],
    [11, 'scarce'],
    [7, 'short'],
  ] as const)('with %i MB free on a disk of 60 MB is %s', (free, state) => {
    expect(stateAt(free, SMALL)).toBe(state);
  });

  it('is scarce where four fifths of what there is are taken by us', () => {
    expect(stateAt(900, LARGE, 3_500)).toBe('enough');
    expect(stateAt(900, LARGE, 3_700)).toBe('scarce');
  });

  it('takes what it sees for all there ever was when nothing is known', () => {
    expect(stateAt(95, 0)).toBe('enough');
  });
});

import { describe, expect, it } from 'vitest';
import { readThrough, type SimulatedPage, simulatePage } from '../../../support/reader-simulation';

const article = () =>
  simulatePage(Array.from({ length: 12 }, () => [60, 90, 25, 8, 120].map((words) => ({ words }))).flat());

const keptShare = ({ progress }: SimulatedPage) =>
  progress.filter(({ isRead }) => isRead).length / progress.length;
const dwellSum = ({ progress }: SimulatedPage) => progress.reduce((sum, { dwellMs }) => sum + dwellMs, 0);

/** Pixels at a time: smooth scrolling, lines, half screens, whole screens. */
const STEPS = [3, 40, 400, 700];

describe.each(STEPS)('with %i pixels scrolled at a time', (step) => {
  it.each([0.3, 0.5, 1, 1.5])('keeps what is read at %s times the average speed', (speed) => {
    const page = article();
    readThrough(page, speed, step);
    expect(keptShare(page)).toBeGreaterThan(0.95);
  });

  it.each([5, 8, 20])('keeps nothing of what is skimmed at %s times the speed', (speed) => {
    const page = article();
    readThrough(page, speed, step);
    expect(keptShare(page)).toBe(0);
  });

  it('spends no moment twice', () => {
    const page = article();
    readThrough(page, 1, step);
    expect(dwellSum(page)).toBeLessThan(page.spentMs() + 1);
    expect(dwellSum(page)).toBeGreaterThan(page.spentMs() * 0.95);
  });
});

describe('shareAttention', () => {
  it('keeps all of a screen or none of it, since nobody can tell which line was read', () => {
    const page = simulatePage(Array(5).fill({ words: 60 }));
    page.look(0, page.expectedMs * 0.38);
    expect(keptShare(page)).toBe(0);
    page.look(0, page.expectedMs * 0.04);
    expect(keptShare(page)).toBe(1);
  });

  it('lets the last lines of a page have the time after those above them had theirs', () => {
    const page = simulatePage([...Array(5).fill({ words: 60 }), { words: 30 }]);
    const last = page.progress.at(-1);
    page.look(-20, page.expectedMs * 0.9);
    expect(last?.isRead).toBe(false);
    page.look(60, 4_000);
    expect(last?.isRead).toBe(true);
  });

  it('takes a listing or a table for looked through, so that it takes no time from the text around it', () => {
    const page = simulatePage([{ words: 80 }, { words: 120, kind: 'code' }]);
    page.look(0, (80 / 238) * 60_000);
    expect(keptShare(page)).toBe(1);
    expect(page.progress[0]?.dwellMs).toBeGreaterThan((page.progress[1]?.dwellMs ?? 0) * 1.9);
  });

  it('does not count a text of which half was never in view', () => {
    const page = simulatePage([{ words: 400 }]);
    page.look(-400, 600_000);
    expect(keptShare(page)).toBe(0);
    page.look(0, 1_000);
    expect(keptShare(page)).toBe(0);
    page.look(0, 30_000);
    expect(keptShare(page)).toBe(1);
  });

  it('puts the halves of a text together that no screen shows whole', () => {
    const page = simulatePage([{ words: 600 }]);
    page.look(0, 60_000);
    page.look(400, 60_000);
    expect(keptShare(page)).toBe(1);
  });

  it('does not keep captions that fly by between pictures', () => {
    const page = simulatePage(Array.from({ length: 20 }, () => ({ words: 6, gap: 700 })));
    for (let top = 0; top < page.height; top += 400) page.look(top, 250);
    expect(keptShare(page)).toBe(0);
  });
});

describe('re-reading', () => {
  const pageOfTwoScreens = () => simulatePage(Array(12).fill({ words: 60 }));
  const rereads = ({ progress }: SimulatedPage) => progress.map((text) => text.rereads);

  it('counts what came back into view and was given its time again', () => {
    const page = pageOfTwoScreens();
    readThrough(page, 1);
    page.look(0, page.expectedMs / 3);
    const counts = rereads(page);
    expect(counts.slice(0, 5)).toEqual([1, 1, 1, 1, 1]);
    expect(counts.slice(-3)).toEqual([0, 0, 0]);
  });

  it('does not count a glance back, nor a line scrolled away for a moment', () => {
    const page = pageOfTwoScreens();
    readThrough(page, 1);
    page.look(0, 3_000);
    expect(rereads(page).every((count) => count === 0)).toBe(true);
    const other = pageOfTwoScreens();
    for (let turn = 0; turn < 20; turn += 1) {
      other.look(0, 9_000);
      other.look(200, 5_000);
    }
    expect(rereads(other).every((count) => count === 0)).toBe(true);
  });
});

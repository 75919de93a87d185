import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DashboardApp } from '@/components/dashboard/DashboardApp';
import type { RefusedReason } from '@/lib/domain/reading/capture-decision';
import { noteDecision } from '@/lib/storage/capture-log';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import type { Route } from '@/lib/ui/dashboard/route';
import { setUiLanguage } from '@/lib/ui/i18n';
import { createMemoryStorage, type DashboardOptions, openDashboard } from '../../support/dashboard';
import { buildOccurrence, buildPage, buildPassage, NOON } from '../../support/study-rows';

const MINUTE = 60_000;
const ORIGIN = 'http://course.test';

let db: StudyDb;

function show(route: Route, options: Partial<DashboardOptions> = {}) {
  const snapshot = createSnapshotStore(createMemoryStorage());
  render(<DashboardApp model={openDashboard(db, { route, snapshot, ...options }).model} />);
}

const refuse = (origin: string, reason: RefusedReason, at: number) =>
  db.captureLog.add({ at, origin, decision: 'refused', reason });

beforeEach(() => {
  db = createStudyDb(`log-${Math.random()}`);
  setUiLanguage('en');
});

afterEach(async () => {
  cleanup();
  await db.delete();
});

describe('the log of decisions', () => {
  it('says so while there is none', async () => {
    show({ name: 'log' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Nothing was decided yet.' })).toBeTruthy();
  });

  it('says what was read and what was left alone, newest first, repeats put together', async () => {
    const read = { origin: ORIGIN, decision: 'captured', reason: 'read' } as const;
    await refuse('https://bank.test', 'banking', NOON - 26 * 60 * MINUTE);
    await noteDecision(db, { ...read, at: NOON - 9 * MINUTE, passages: 3 });
    await noteDecision(db, { ...read, at: NOON - 5 * MINUTE, passages: 2 });
    await refuse(ORIGIN, 'secret-field', NOON - 2 * MINUTE);
    show({ name: 'log' });
    const today = await screen.findByRole('region', { name: 'Today' });
    expect(
      within(today)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'Left alone: a page of course.test asks for a password, a card or a code2 minutes ago',
      'Read 5 passages on course.test5 minutes ago2 times',
    ]);
    const yesterday = screen.getByRole('region', { name: 'Yesterday' });
    expect(within(yesterday).getByText(/is a bank or a place to pay$/)).toBeTruthy();
  });

  it.each(['en', 'zh'] as const)('has words for every reason in %s', async (language) => {
    const reasons: readonly RefusedReason[] = [
      'site-not-allowed',
      'no-consent',
      'paused',
      'sender-refused',
      'queue-full',
      'private-host',
      'banking',
      'mail',
      'health',
      'government',
      'secret-field',
    ];
    for (const reason of reasons) await refuse(ORIGIN, reason, NOON);
    setUiLanguage(language);
    show({ name: 'log' });
    await screen.findAllByText('course.test');
    const items = screen.getAllByRole('listitem');
    const words = items.map(({ textContent }) => textContent).filter((text) => text?.includes('course.test'));
    expect(new Set(words).size).toBe(reasons.length);
    expect(words.join()).not.toContain('dashboard.log');
  });
});

describe('why a passage was kept', () => {
  beforeEach(async () => {
    await db.pages.add(buildPage());
    await db.passages.bulkAdd([buildPassage(), buildPassage({ id: 'chosen', text: 'Steam rises.' })]);
    await db.occurrences.bulkAdd([
      buildOccurrence({ dwellMs: 8_000, requiredMs: 1_500, readCount: 2 }),
      buildOccurrence({ passageId: 'chosen', order: 1, means: 'selected', requiredMs: 0 }),
    ]);
  });

  const why = (start: string) =>
    screen.findByRole('button', { name: `Why was this kept? that begins with ${start}` });

  it('is told on request, with what was measured', async () => {
    show({ name: 'page', pageId: 'page-1' }, { allowed: [ORIGIN] });
    const button = await why('Water boils at 100 degre…');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const answer = document.getElementById(button.getAttribute('aria-controls') ?? '')?.textContent ?? '';
    expect(answer).toContain('You gave it about 8 seconds; from 2 s on it counts as read');
    expect(answer).toContain('In 2 visits, the last on Mar 2, 2026');
    expect(answer).toContain('You have allowed its site.');
    fireEvent.click(button);
    expect(screen.queryByText(/You gave it/)).toBeNull();
  });

  it('differs for what the learner chose, and for a site that is not allowed any more', async () => {
    show({ name: 'page', pageId: 'page-1' });
    fireEvent.click(await why('Steam rises.'));
    expect(screen.getByText('You chose it with “Learn this”.')).toBeTruthy();
    expect(screen.queryByText(/You gave it/)).toBeNull();
    fireEvent.click(await why('Water boils at 100 degre…'));
    expect(screen.getByText(/^You had allowed its site then/)).toBeTruthy();
  });

  it('names the page of a file', async () => {
    await db.pages.add(buildPage({ id: 'file', origin: 'pdf:', url: `pdf:${'0'.repeat(64)}` }));
    await db.passages.add(buildPassage({ id: 'printed', origin: 'pdf:' }));
    await db.occurrences.add(buildOccurrence({ pageId: 'file', passageId: 'printed', filePage: 4 }));
    show({ name: 'page', pageId: 'file' });
    fireEvent.click(await why('Water boils at 100 degre…'));
    expect(screen.getByText('It stands on page 4 of the file.')).toBeTruthy();
    expect(screen.getByText('You opened the file yourself.')).toBeTruthy();
  });
});

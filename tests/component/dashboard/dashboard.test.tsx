import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DashboardApp } from '@/components/dashboard/DashboardApp';
import { LiveView } from '@/components/dashboard/LiveView';
import { createJobQueue } from '@/lib/storage/job-queue';
import { writeMeta } from '@/lib/storage/meta';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import type { Route } from '@/lib/ui/dashboard/route';
import { setUiLanguage } from '@/lib/ui/i18n';
import { createMemoryStorage, type DashboardOptions, openDashboard } from '../../support/dashboard';
import {
  buildExercise,
  buildInterest,
  buildMemory,
  buildOccurrence,
  buildPage,
  buildPassage,
  buildReview,
  NOON,
} from '../../support/study-rows';

const MARKUP = '<img src=x onerror=alert(1)> \u202Eevil';

let db: StudyDb;

function show(route: Route, options: Partial<DashboardOptions> = {}) {
  const snapshot = createSnapshotStore(createMemoryStorage());
  const dashboard = openDashboard(db, { route, snapshot, ...options });
  render(<DashboardApp model={dashboard.model} />);
  return dashboard;
}

async function storeStudy() {
  await db.pages.bulkAdd([
    buildPage({ id: 'heat', title: 'Boiling' }),
    buildPage({
      id: 'leaf',
      title: '光合作用',
      url: 'http://ke.test/guang',
      origin: 'http://ke.test',
      lang: 'zh',
    }),
  ]);
  await db.passages.bulkAdd([
    buildPassage({ id: 'p-en', interestId: 'water' }),
    buildPassage({ id: 'p-code', kind: 'code', text: 'if a <\n    b' }),
    buildPassage({
      id: 'p-zh',
      lang: 'zh',
      text: '叶绿素吸收红光。',
      origin: 'http://ke.test',
      interestId: 'water',
    }),
  ]);
  await db.occurrences.bulkAdd([
    buildOccurrence({ pageId: 'heat', passageId: 'p-en', headingPath: ['Boiling', 'At sea level'] }),
    buildOccurrence({ pageId: 'heat', passageId: 'p-code', headingPath: ['Boiling', 'In code'], order: 1 }),
    buildOccurrence({ pageId: 'leaf', passageId: 'p-zh' }),
  ]);
  const due = buildMemory({ phase: 'review', dueAt: NOON - 1, stability: 3 });
  await db.exercises.bulkAdd([
    buildExercise({ id: 'fresh', passageId: 'p-en' }),
    buildExercise({ id: 'due', passageId: 'p-en', memory: due }),
  ]);
  await db.reviews.bulkAdd([buildReview(), buildReview({ correct: false })]);
  const medoid = { passageId: 'p-zh', sentence: '叶绿素吸收红光。', lang: 'zh' as const };
  await db.interests.add(buildInterest({ id: 'water', labels: { en: 'boiling water', zh: '沸水' }, medoid }));
}

beforeEach(() => {
  db = createStudyDb(`dashboard-${Math.random()}`);
  setUiLanguage('en');
});

afterEach(async () => {
  cleanup();
  await db.delete();
});

describe('before anything was read', () => {
  it.each([
    ['today', 'It starts with a page you want to learn from.'],
    ['interests', 'Your interests show after a page or two.'],
    ['reading', 'Nothing read yet.'],
  ] as const)('%s says so and leads to the first step', async (name, sentence) => {
    show({ name });
    expect(await screen.findByRole('heading', { level: 1, name: sentence })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Allow a site' }).getAttribute('href')).toBe('#/sites');
  });

  it('says how many passages interests need', async () => {
    show({ name: 'interests' });
    expect(await screen.findByText(/from 6 passages on\. So far 0/)).toBeTruthy();
  });
});

describe('navigation', () => {
  it('has six places in words, and says which one is shown', async () => {
    await storeStudy();
    const { router } = show({ name: 'page', pageId: 'heat' });
    const nav = screen.getByRole('navigation', { name: 'Places' });
    const links = within(nav).getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual([
      'Today',
      'Interests',
      'Reading',
      'Bring in',
      'Sites',
      'Data',
    ]);
    expect(within(nav).getByRole('link', { current: 'page' }).textContent).toBe('Reading');
    expect(document.title).toBe('Reading · Gleaner');
    router.goTo({ name: 'data' });
    expect(
      await screen.findByRole('heading', { level: 1, name: /Everything is on this device/ }),
    ).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.tagName).toBe('MAIN'));
  });

  it('speaks Chinese as well', async () => {
    await storeStudy();
    setUiLanguage('zh');
    show({ name: 'today' });
    expect(await screen.findByRole('heading', { level: 1, name: '有 2 道题在等你。' })).toBeTruthy();
    expect(screen.getByText('答了 2 题，答对 1 题。')).toBeTruthy();
  });
});

describe('Today', () => {
  it('says what waits, how the day went and what was read', async () => {
    await storeStudy();
    show({ name: 'today' });
    expect(await screen.findByRole('heading', { name: '2 exercises are waiting for you.' })).toBeTruthy();
    expect(screen.getByText('1 due again, 1 new from your reading; about 1 min.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Start review' }).getAttribute('href')).toBe('#/review');
    expect(screen.getByText('2 answers, 1 of them right.')).toBeTruthy();
    expect(screen.getByRole('link', { name: '光合作用' }).getAttribute('href')).toBe('#/reading/leaf');
  });

  it('follows the database, and counts new exercises only as far as today allows', async () => {
    await storeStudy();
    show({ name: 'today' }, { settings: { newPerDay: 0 } });
    await screen.findByRole('heading', { name: 'One exercise is waiting for you.' });
    await db.exercises.update('due', { memory: buildMemory({ phase: 'review', dueAt: NOON + 7_200_000 }) });
    expect(await screen.findByRole('heading', { name: 'All caught up for now.' })).toBeTruthy();
    expect(screen.getByText(/in 2 hours/)).toBeTruthy();
  });

  it('shows how far the engine is, and when its model cannot be used, which can be tried again', async () => {
    await storeStudy();
    for (const ref of ['a', 'b', 'c']) await createJobQueue(db).enqueue('embed', ref, NOON);
    await db.jobs.delete('embed:c');
    const { announced } = show({ name: 'today' });
    const bar = await screen.findByRole('progressbar', { name: 'Still reading through 2 passages' });
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['1', '3']);
    expect(screen.getByText('1 of 3 done')).toBeTruthy();
    await writeMeta(db, 'engineStatus', { state: 'model-missing', detail: '', threads: 1, at: NOON });
    expect(await screen.findByText(/^The language model is missing/)).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(announced).toEqual(['try-again']);
  });

  it('does not blame what was read for a model that cannot be used', async () => {
    await db.passages.add(buildPassage());
    await writeMeta(db, 'engineStatus', { state: 'failed', detail: '', threads: 1, at: NOON });
    show({ name: 'today' });
    expect(await screen.findByRole('heading', { name: 'Nothing to ask yet.' })).toBeTruthy();
    expect(screen.queryByText(/made no good exercise/)).toBeNull();
    await writeMeta(db, 'engineStatus', { state: 'idle', detail: '', threads: 1, at: NOON });
    expect(await screen.findByText(/made no good exercise/)).toBeTruthy();
  });
});

describe('Interests', () => {
  it('gives both names, the language of the interface first, and an example in its own language', async () => {
    await storeStudy();
    setUiLanguage('zh');
    show({ name: 'interests' });
    const entry = await screen.findByRole('article', { name: /沸水/ });
    const names = within(entry).getByRole('heading', { level: 2 });
    expect([...names.children].map((name) => [name.getAttribute('lang'), name.textContent])).toEqual([
      ['zh', '沸水'],
      ['en', 'boiling water'],
    ]);
    expect(within(entry).getByText('叶绿素吸收红光。').getAttribute('lang')).toBe('zh');
    expect(within(entry).getByRole('link', { name: 'Boiling' })).toBeTruthy();
  });

  it('gives the only name there is, whatever the language of the interface', async () => {
    await db.interests.add(buildInterest({ labels: { zh: '哈希表' } }));
    show({ name: 'interests' });
    expect(await screen.findByRole('article', { name: '哈希表' })).toBeTruthy();
  });
});

describe('Reading', () => {
  it('shows the passages of a page under their headings, code as code', async () => {
    await storeStudy();
    show({ name: 'page', pageId: 'heat' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Boiling' })).toBeTruthy();
    const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(headings).toEqual(['At sea level', 'In code']);
    expect(document.querySelector('pre')?.textContent).toBe('if a <\n    b');
    const source = screen.getByRole('link', { name: 'Open source' });
    expect(source.getAttribute('href')).toBe('http://course.test/lesson');
    expect(source.getAttribute('rel')).toBe('noreferrer');
  });

  it('shows captured markup as text, and leads nowhere but to the web', async () => {
    await db.pages.add(buildPage({ id: 'bad', title: MARKUP, url: 'javascript:alert(1)' }));
    await db.passages.add(buildPassage({ id: 'bad', text: MARKUP }));
    await db.occurrences.add(buildOccurrence({ pageId: 'bad', passageId: 'bad', headingPath: [] }));
    show({ name: 'page', pageId: 'bad' });
    expect(await screen.findByRole('heading', { level: 1, name: MARKUP })).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Open source' })).toBeNull();
  });

  it('says when a page is gone', async () => {
    show({ name: 'page', pageId: 'nothing' });
    expect(await screen.findByRole('heading', { name: 'This page is not here any more.' })).toBeTruthy();
  });

  it('says when the database does not open, without a word of what is in it', () => {
    const error = new DOMException('secret text', 'QuotaExceededError');
    render(<LiveView live={{ state: 'failed', error }}>{() => null}</LiveView>);
    const alert = screen.getByRole('alert').textContent ?? '';
    expect(alert).toContain('Nothing is lost');
    expect(alert).toContain('QuotaExceededError');
    expect(alert).not.toContain('secret');
  });
});

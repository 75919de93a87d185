import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DashboardApp } from '@/components/dashboard/DashboardApp';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import type { Route } from '@/lib/ui/dashboard/route';
import { setUiLanguage } from '@/lib/ui/i18n';
import { createMemoryStorage, type DashboardOptions, openDashboard } from '../../support/dashboard';
import {
  buildExercise,
  buildOccurrence,
  buildPage,
  buildPassage,
  buildReview,
} from '../../support/study-rows';

let db: StudyDb;

function show(route: Route, options: Partial<DashboardOptions> = {}) {
  const snapshot = createSnapshotStore(createMemoryStorage());
  const dashboard = openDashboard(db, { route, snapshot, ...options });
  render(<DashboardApp model={dashboard.model} />);
  return dashboard;
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) => fireEvent.click(await button(name));

beforeEach(async () => {
  db = createStudyDb(`dashboard-${Math.random()}`);
  setUiLanguage('en');
  await db.pages.add(buildPage({ id: 'heat', title: 'Boiling' }));
  await db.passages.bulkAdd([buildPassage(), buildPassage({ id: 'p-2', text: 'Steam takes more room.' })]);
  await db.occurrences.bulkAdd([
    buildOccurrence({ pageId: 'heat' }),
    buildOccurrence({ pageId: 'heat', passageId: 'p-2', order: 1 }),
  ]);
  await db.exercises.add(buildExercise());
  await db.reviews.add(buildReview());
});

afterEach(async () => {
  cleanup();
  await db.delete();
});

describe('forgetting', () => {
  it('says what goes with a page, forgets on the second click, and gives a receipt of every kind', async () => {
    const { router } = show({ name: 'page', pageId: 'heat' });
    await press('Forget page');
    const dialog = screen.getByRole('dialog', { name: 'Forget this page?' });
    await within(dialog).findByText(/^This removes 1 page, 2 passages, 1 exercise, and 1 answer/);
    expect(dialog.textContent).toContain('Boiling goes');
    expect(dialog.textContent).toContain('This cannot be undone.');
    expect(await db.pages.count()).toBe(1);
    await press('Forget the page');
    const sum = await screen.findByText('Forgotten: 1 page, 2 passages, 1 exercise, and 1 answer.');
    expect(sum.closest('[role=status]')?.textContent).toContain('2 places on pages');
    expect(router.route.value).toEqual({ name: 'reading' });
    expect(await screen.findByRole('heading', { name: 'Nothing read yet.' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.tagName).toBe('MAIN'));
  });

  it('names each passage in its button, and keeps the rest of the page', async () => {
    show({ name: 'page', pageId: 'heat' });
    await press('Forget passage that begins with Steam takes more room.');
    await screen.findByText(/^This removes 1 passage, and/);
    await press('Forget the passage');
    await waitFor(() => expect(screen.queryByText('Steam takes more room.')).toBeNull());
    expect(screen.getByText(/^Water boils/)).toBeTruthy();
    expect(await screen.findByText('Forgotten: 1 passage.')).toBeTruthy();
  });

  it('lets go when cancelled', async () => {
    show({ name: 'page', pageId: 'heat' });
    await press('Forget page');
    await press('Cancel');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await db.pages.count()).toBe(1);
  });

  it('erases everything only after a second step, and says that nothing is left', async () => {
    const { sites } = show({ name: 'data' }, { allowed: ['http://course.test'] });
    await press('Erase everything');
    const dialog = screen.getByRole('dialog', { name: 'Erase everything?' });
    expect(dialog.textContent).toContain('1 page, 2 passages, 1 exercise, and 1 answer');
    expect(await db.passages.count()).toBe(2);
    await press('Yes, erase everything');
    expect(await screen.findByText(/^Erased: 1 page.*Nothing is left\.$/)).toBeTruthy();
    expect(await db.passages.count()).toBe(0);
    expect(await sites.allowedOrigins()).toEqual([]);
  });
});

describe('Sites', () => {
  it('allows a site by its address', async () => {
    const { sites } = show({ name: 'sites' });
    expect(
      await screen.findByRole('heading', { name: 'No site is allowed, so nothing is read.' }),
    ).toBeTruthy();
    fireEvent.input(screen.getByLabelText('Address of the site'), {
      target: { value: 'course.test/lesson' },
    });
    await press('Allow this site');
    expect(await screen.findByRole('heading', { name: 'Gleaner reads along on one site.' })).toBeTruthy();
    expect(await sites.allowedOrigins()).toEqual(['https://course.test']);
    expect(screen.getByText(/is allowed\. Pages of it/)).toBeTruthy();
  });

  it('asks before a site that is left alone otherwise, new or allowed already', async () => {
    const allowed = ['https://mail.firm.test'];
    const { sites, settings } = show({ name: 'sites' }, { allowed });
    fireEvent.input(await screen.findByLabelText('Address of the site'), {
      target: { value: 'http://course.localhost:4173/' },
    });
    await press('Allow this site');
    await screen.findByRole('dialog', { name: 'This address is on a private network' });
    await press('Leave it alone');
    expect(await sites.allowedOrigins()).toEqual(allowed);
    await press('Read anyway… mail.firm.test');
    await screen.findByRole('dialog', { name: 'This looks like a mailbox' });
    await press('Read anyway');
    await waitFor(async () => expect((await settings.read()).confirmedSites).toEqual(allowed));
    expect(await screen.findByRole('heading', { name: 'Gleaner reads along on one site.' })).toBeTruthy();
  });

  it('says why an address is none, and asks the browser nothing', async () => {
    const { sites } = show({ name: 'sites' });
    const field = await screen.findByLabelText('Address of the site');
    fireEvent.input(field, { target: { value: 'photosynthesis' } });
    await press('Allow this site');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/^This is not an address of the web/)).toBeTruthy();
    expect(await sites.allowedOrigins()).toEqual([]);
  });

  it('says so when the learner declines in the browser', async () => {
    const { sites } = show({ name: 'sites' });
    sites.requestAccess = async () => false;
    fireEvent.input(await screen.findByLabelText('Address of the site'), {
      target: { value: 'course.test' },
    });
    await press('Allow this site');
    expect(await screen.findByText(/^The browser did not get your permission/)).toBeTruthy();
  });

  it('pauses and resumes one site', async () => {
    const { settings } = show({ name: 'sites' }, { allowed: ['http://course.test', 'https://other.test'] });
    await press('Pause other.test');
    expect(await screen.findByRole('heading', { name: 'Gleaner reads along on 1 of 2 sites.' })).toBeTruthy();
    expect((await settings.read()).pausedOrigins).toEqual(['https://other.test']);
    await press('Resume other.test');
    expect(await button('Pause other.test')).toBeTruthy();
    expect((await settings.read()).pausedOrigins).toEqual([]);
  });

  it('pauses everywhere by a switch', async () => {
    const { settings } = show({ name: 'sites' }, { allowed: ['http://course.test'] });
    fireEvent.click(await screen.findByRole('switch', { name: 'Pause on all sites' }));
    expect(await screen.findByRole('heading', { name: 'Reading is paused on all sites.' })).toBeTruthy();
    expect((await settings.read()).paused).toBe(true);
  });

  it('removes a site at once, and forgets what was read there only when told to', async () => {
    const { sites } = show({ name: 'sites' }, { allowed: ['http://course.test'] });
    expect(await screen.findByText('2 passages on 1 page')).toBeTruthy();
    await press('Remove http://course.test');
    const dialog = await screen.findByRole('dialog', { name: 'Forget what you read there, too?' });
    expect(await sites.allowedOrigins()).toEqual([]);
    await within(dialog).findByText(/^This removes 1 page, 2 passages/);
    await press('Keep it');
    expect(screen.getByText(/^http:\/\/course\.test is not read any more/)).toBeTruthy();
    expect(await db.pages.count()).toBe(1);
    const former = await screen.findByRole('region', { name: 'Read before, not allowed any more' });
    fireEvent.click(within(former).getByRole('button', { name: /^Forget what was read/ }));
    await screen.findByText(/^This removes 1 page/);
    await press('Forget all of it');
    await waitFor(async () => expect(await db.pages.count()).toBe(0));
  });

  it('removes a site where nothing was read without another question', async () => {
    const { sites } = show({ name: 'sites' }, { allowed: ['https://other.test'] });
    await press('Remove other.test');
    expect(await screen.findByText(/^other\.test is not read any more/)).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await sites.allowedOrigins()).toEqual([]);
  });
});

describe('forgetting a time', () => {
  it('counts what the last hour takes before it goes', async () => {
    show({ name: 'data' });
    await press('See what would go');
    await screen.findByText(/^This removes 1 page, 2 passages/);
    await press('Cancel');
    expect(await db.pages.count()).toBe(1);
  });

  it('takes certain days, first and last included', async () => {
    show({ name: 'data' });
    fireEvent.click(await screen.findByRole('radio', { name: 'on certain days' }));
    const ask = screen.getByRole('button', { name: 'See what would go' });
    expect(ask.hasAttribute('disabled')).toBe(true);
    fireEvent.input(screen.getByLabelText('From'), { target: { value: '2026-03-01' } });
    fireEvent.input(screen.getByLabelText('To and including'), { target: { value: '2026-03-02' } });
    await press('See what would go');
    expect(screen.getByRole('dialog').textContent).toMatch(/March 1\s–\s2, 2026/);
    await screen.findByText(/^This removes 1 page/);
    await press('Forget this time');
    await waitFor(async () => expect(await db.pages.count()).toBe(0));
  });
});

describe('preferences', () => {
  it('are kept as they are chosen', async () => {
    const { settings } = show({ name: 'data' });
    fireEvent.click(await screen.findByRole('radio', { name: '简体中文' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    fireEvent.click(screen.getByRole('radio', { name: '16' }));
    expect(await settings.read()).toMatchObject({ uiLanguage: 'zh', theme: 'dark', newPerDay: 16 });
    expect(await screen.findByText(/^16 new exercises take about 8 min/)).toBeTruthy();
  });

  it('show a mark on pages only when the learner wants it', async () => {
    const { settings } = show({ name: 'data' });
    const mark = await screen.findByRole('switch', { name: 'Mark pages while they are read' });
    expect((mark as HTMLInputElement).checked).toBe(false);
    fireEvent.click(mark);
    await waitFor(async () => expect((await settings.read()).showIndicator).toBe(true));
  });

  it('show a number of new exercises that is none of the usual ones', async () => {
    show({ name: 'data' }, { settings: { newPerDay: 11 } });
    const eleven = await screen.findByRole('radio', { name: '11' });
    expect((eleven as HTMLInputElement).checked).toBe(true);
  });
});

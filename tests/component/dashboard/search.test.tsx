import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DashboardApp } from '@/components/dashboard/DashboardApp';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import type { Route } from '@/lib/ui/dashboard/route';
import { setUiLanguage } from '@/lib/ui/i18n';
import { createMemoryStorage, type DashboardOptions, openDashboard } from '../../support/dashboard';
import { hit, playSearch } from '../../support/played-search';
import { buildInterest, buildOccurrence, buildPage, buildPassage, NOON } from '../../support/study-rows';

const DAY_MS = 86_400_000;
let db: StudyDb;

function show(route: Route = { name: 'reading' }, options: Partial<DashboardOptions> = {}) {
  const snapshot = createSnapshotStore(createMemoryStorage());
  const search = playSearch();
  const dashboard = openDashboard(db, { route, snapshot, search, ...options });
  render(<DashboardApp model={dashboard.model} />);
  return { ...dashboard, search };
}

const box = () => screen.findByRole<HTMLInputElement>('searchbox', { name: 'Search in what you read' });
const type = async (value: string) => fireEvent.input(await box(), { target: { value } });
/** What is done in it, with the pause of typing behind it. */
async function afterPause(typing: () => unknown) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await typing();
  await act(async () => void (await vi.advanceTimersByTimeAsync(200)));
  vi.useRealTimers();
}
const found = () =>
  within(screen.getByRole('region', { name: 'In the text' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);

beforeEach(async () => {
  db = createStudyDb(`search-${Math.random()}`);
  setUiLanguage('en');
  await db.pages.bulkAdd([
    buildPage({ id: 'heat', title: 'Boiling', lastSeenAt: NOON - 10 * DAY_MS }),
    buildPage({
      id: 'leaf',
      title: '光合作用',
      url: 'http://ke.test/a',
      origin: 'http://ke.test',
      lang: 'zh',
    }),
    buildPage({ id: 'file', title: 'Notes', url: 'pdf:f0', origin: 'pdf:' }),
  ]);
  await db.passages.bulkAdd([
    buildPassage({ id: 'p-en', interestId: 'water' }),
    buildPassage({ id: 'p-zh', lang: 'zh', text: '叶绿素吸收红光。', origin: 'http://ke.test' }),
    buildPassage({ id: 'p-pdf', text: 'Steam takes more room.', origin: 'pdf:' }),
  ]);
  await db.occurrences.bulkAdd([
    buildOccurrence({ pageId: 'heat', passageId: 'p-en', lastReadAt: NOON - 10 * DAY_MS }),
    buildOccurrence({ pageId: 'leaf', passageId: 'p-zh' }),
    buildOccurrence({ pageId: 'file', passageId: 'p-pdf' }),
  ]);
  await db.interests.add(buildInterest({ id: 'water', labels: { en: 'boiling water', zh: '沸水' } }));
});

afterEach(async () => {
  cleanup();
  await db.delete();
});

describe('asking', () => {
  it('waits for a pause, and shows what was found with its words marked and where it is from', async () => {
    const { search, announced } = show();
    await type('b');
    await type('boils');
    await waitFor(() => expect(search.asked).toEqual([{ text: 'boils', filters: {}, limit: 30 }]));
    search.answer({ hits: [hit('p-en', 'boils'), hit('p-zh')] });
    const sum = await screen.findByText('2 passages for “boils”, closest first.');
    expect(sum.getAttribute('role')).toBe('status');
    const [english, chinese] = found();
    expect(english).toMatch(/^BoilingWater boils at 100.*course\.test10 days agoboiling water/);
    expect(chinese).toMatch(/^光合作用叶绿素吸收红光。ke\.testtodayin Chinese/);
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['boils']);
    expect(screen.getByRole('link', { name: 'Boiling' }).getAttribute('href')).toBe('#/reading/heat/p-en');
    fireEvent.click(screen.getByRole('button', { name: 'Show in the page: Boiling' }));
    expect(announced).toEqual(['source.show p-en']);
  });

  it('lists pages by title and address above, at once', async () => {
    show();
    await type('boiling');
    const pages = await screen.findByRole('region', { name: 'In title or address' });
    expect(
      within(pages)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Boiling']);
    expect(screen.queryByRole('region', { name: 'In the text' })).toBeNull();
  });

  it('never goes back to an older answer, and asks only the newest question', async () => {
    const { search } = show();
    await type('boil');
    await waitFor(() => expect(search.asked).toHaveLength(1));
    await type('boil w');
    await waitFor(() => expect(screen.getByDisplayValue('boil w')).toBeTruthy());
    await afterPause(() => type('red light'));
    expect(search.asked).toHaveLength(1);
    search.answer({ hits: [hit('p-en', 'boils')] });
    await waitFor(() => expect(search.asked.map(({ text }) => text)).toEqual(['boil', 'red light']));
    expect(screen.queryByRole('region', { name: 'In the text' })).toBeNull();
    search.answer({ hits: [hit('p-zh')] });
    await screen.findByText('1 passage for “red light”, closest first.');
    expect(found()).toHaveLength(1);
  });

  it('asks nothing while characters are being composed', async () => {
    const { search } = show();
    const field = await box();
    await afterPause(() => {
      fireEvent.compositionStart(field);
      fireEvent.input(field, { target: { value: "hong'guang" }, isComposing: true });
    });
    expect(search.asked).toEqual([]);
    fireEvent.input(field, { target: { value: '红光' }, isComposing: true });
    fireEvent.compositionEnd(field);
    await waitFor(() => expect(search.asked.map(({ text }) => text)).toEqual(['红光']));
  });

  it('is emptied by Escape, and takes no late answer then', async () => {
    const { search } = show();
    await type('boil');
    await waitFor(() => expect(search.asked).toHaveLength(1));
    fireEvent.keyDown(await box(), { key: 'Escape' });
    expect((await box()).value).toBe('');
    search.answer({ hits: [hit('p-en', 'boils')] });
    expect(await screen.findByRole('link', { name: '光合作用' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'In the text' })).toBeNull();
  });

  it('says when it takes long, and when there is no answer, which can be asked for again', async () => {
    const { search } = show();
    await type('boil');
    expect(
      await screen.findByRole('progressbar', { name: 'Still looking' }, { timeout: 2_000 }),
    ).toBeTruthy();
    search.fail();
    expect(await screen.findByText('The search did not answer.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Search again' }));
    await waitFor(() => expect(search.asked).toHaveLength(2));
    search.answer({ hits: [hit('p-en', 'boils')] });
    expect(await screen.findByText('1 passage for “boil”, closest first.')).toBeTruthy();
  });

  it('says that only words were compared, and betters that by itself once the model has started', async () => {
    const { search } = show();
    await type('boil');
    await waitFor(() => expect(search.asked).toHaveLength(1));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    search.answer({ tier: 'lexical', reason: 'starting', hits: [hit('p-en', 'boils')] });
    await vi.waitFor(() => screen.getByText(/is still starting, so only words were compared/));
    await act(async () => void (await vi.advanceTimersByTimeAsync(2_000)));
    vi.useRealTimers();
    expect(search.asked).toHaveLength(2);
    search.answer({ hits: [hit('p-en', 'boils'), hit('p-zh')] });
    await waitFor(() => expect(found()).toHaveLength(2));
    expect(screen.queryByText(/only words were compared/)).toBeNull();
  });

  it.each(['model-missing', 'model-altered', 'engine-failed'] as const)('explains %s', async (reason) => {
    const { search } = show();
    await type('boil');
    await waitFor(() => expect(search.asked).toHaveLength(1));
    search.answer({ tier: 'lexical', reason });
    expect(await screen.findByText(/only words were compared, not what they mean/)).toBeTruthy();
    expect(await screen.findByText('No passage that you read is close to “boil”.')).toBeTruthy();
  });

  it('lets go of what is forgotten', async () => {
    const { search } = show();
    await type('boil');
    await waitFor(() => expect(search.asked).toHaveLength(1));
    search.answer({ hits: [hit('p-en', 'boils'), hit('p-pdf')] });
    await waitFor(() => expect(found()).toHaveLength(2));
    await db.passages.delete('p-en');
    await waitFor(() => expect(found()).toHaveLength(1));
  });

  it('offers no source of a file, which has no page to show', async () => {
    const { search } = show();
    await type('steam');
    await waitFor(() => expect(search.asked).toHaveLength(1));
    search.answer({ hits: [hit('p-pdf', 'Steam')] });
    expect(await screen.findByRole('link', { name: 'Notes' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Show in the page/ })).toBeNull();
  });

  it('goes on with words that were there before, or come from the address bar', async () => {
    const before = show({ name: 'reading' }, { searched: 'boil' });
    await waitFor(() => expect(before.search.asked.map(({ text }) => text)).toEqual(['boil']));
    cleanup();
    const { search, router } = show({ name: 'reading', isAsked: true }, { asked: ' red light ' });
    await waitFor(() => expect(search.asked.map(({ text }) => text)).toEqual(['red light']));
    expect(router.route.value).toEqual({ name: 'reading' });
  });
});

describe('the keyboard', () => {
  it('comes to the field by a slash, unless something else is being written', async () => {
    show();
    const field = await box();
    await waitFor(() => {
      fireEvent.keyDown(document.body, { key: '/' });
      expect(document.activeElement).toBe(field);
    });
    const site = screen.getByRole('combobox', { name: 'Site' });
    site.focus();
    fireEvent.keyDown(site, { key: '/' });
    expect(document.activeElement).toBe(site);
  });

  it('goes through the results by arrows, and back by Escape without losing them', async () => {
    const { search } = show();
    await type('boiling');
    await waitFor(() => expect(search.asked).toHaveLength(1));
    search.answer({ hits: [hit('p-zh')] });
    await waitFor(() => expect(found()).toHaveLength(1));
    const field = await box();
    field.focus();
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? field, { key });
    press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('Boiling');
    press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('光合作用');
    press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('光合作用');
    press('ArrowUp');
    press('Escape');
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe('boiling');
  });
});

describe('filters', () => {
  const choose = (name: string, value: string) =>
    fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
  const listed = () => screen.getAllByRole('listitem').map((item) => item.textContent ?? '');

  it('narrow the list, stand in the address and are taken off all at once', async () => {
    const { router } = show();
    await screen.findByRole('link', { name: 'Boiling' });
    await waitFor(() => expect(screen.getByRole('option', { name: 'http://ke.test' })).toBeTruthy());
    choose('Site', 'http://ke.test');
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Boiling' })).toBeNull());
    expect(router.route.value).toEqual({ name: 'reading', filters: { site: 'http://ke.test' } });
    choose('Interest', 'water');
    expect(await screen.findByText('The filters above hide everything else.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'All filters off' }));
    expect(await screen.findByRole('link', { name: 'Boiling' })).toBeTruthy();
    expect(router.route.value).toEqual({ name: 'reading', filters: {} });
    expect(listed().some((text) => text.includes('Boiling'))).toBe(true);
  });

  it('are part of the question, and a change of them asks anew', async () => {
    const { search, router } = show({ name: 'reading', filters: { interestId: 'water' } });
    await type('boil');
    await waitFor(() => expect(search.asked).toHaveLength(1));
    expect(search.asked[0]?.filters).toEqual({ interestId: 'water' });
    search.answer({});
    await screen.findByText('No passage that you read is close to “boil”.');
    fireEvent.click(screen.getByRole('button', { name: 'Look without filters' }));
    await waitFor(() => expect(search.asked[1]?.filters).toEqual({}));
    act(() => router.goTo({ name: 'reading', filters: { time: 'week' } }));
    await waitFor(() => expect(screen.getByDisplayValue('in the last 7 days')).toBeTruthy());
  });

  it('take days of one’s own', async () => {
    const { router } = show();
    await screen.findByRole('link', { name: 'Boiling' });
    choose('Read', 'dates');
    fireEvent.input(await screen.findByLabelText('To and including'), { target: { value: '2026-02-20' } });
    await waitFor(() => expect(screen.queryByRole('link', { name: '光合作用' })).toBeNull());
    expect(screen.getByRole('link', { name: 'Boiling' })).toBeTruthy();
    expect(router.route.value).toEqual({
      name: 'reading',
      filters: { time: 'dates', dates: { first: '', last: '2026-02-20' } },
    });
  });

  it('are reached from an interest and from a site', async () => {
    show({ name: 'interests' });
    const ofInterest = await screen.findByRole('link', { name: 'Search in this interest boiling water' });
    expect(ofInterest.getAttribute('href')).toBe('#/reading?interest=water');
    cleanup();
    show({ name: 'sites' });
    const ofSite = await screen.findByRole('link', { name: 'Search in what was read on http://ke.test' });
    expect(ofSite.getAttribute('href')).toBe('#/reading?site=http%3A%2F%2Fke.test');
  });

  it('are kept for the way back from a page', async () => {
    const { router } = show({ name: 'reading', filters: { time: 'week' } });
    await box();
    act(() => router.goTo({ name: 'page', pageId: 'leaf' }));
    const back = await screen.findByRole('link', { name: 'All you have read' });
    expect(back.getAttribute('href')).toBe('#/reading?time=week');
  });
});

import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PopupApp } from '@/components/popup/PopupApp';
import { writeMeta } from '@/lib/storage/meta';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { setUiLanguage } from '@/lib/ui/i18n';
import { createMemorySettings, createMemorySites } from '../../support/memory-ports';
import { createMemoryStorage } from '../../support/memory-storage';
import { createPopup, type PopupSetting } from '../../support/popup-over-database';
import { BORROW_CHOICE, ENTROPY_CLOZE, HEAT_CLOZE, PHOTOSYNTHESIS_CHOICE } from '../../support/readings';
import { type ExerciseSketch, NOON, storeExercises } from '../../support/study-builders';

let db: StudyDb;
let storage: Storage;
let now: number;
let stop = () => {};

beforeEach(() => {
  db = createStudyDb(`app-${Math.random()}`);
  storage = createMemoryStorage();
  now = NOON;
  setUiLanguage('en');
});

afterEach(async () => {
  stop();
  cleanup();
  await db.delete();
});

async function openPopup(exercises: readonly ExerciseSketch[], setting: Partial<PopupSetting> = {}) {
  await storeExercises(db, exercises);
  const model = createPopup({ db, storage, clock: () => now, ...setting });
  stop = model.connect();
  render(<PopupApp model={model} />);
  return model;
}

/** A key as it comes from a keyboard: to whatever has the focus. */
function press(key: string, change: KeyboardEventInit & { keyCode?: number } = {}): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...change });
}

const field = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'The missing word' });
const card = () => screen.findByRole('article', { name: 'Question' });

async function type(answer: string): Promise<void> {
  now += 4_000;
  fireEvent.input(await field(), { target: { value: answer } });
  await screen.findByRole('button', { name: 'Check' });
}

describe('answering by keyboard alone', () => {
  it('types, checks, takes the suggested rating, and goes on to the next question', async () => {
    await openPopup([ENTROPY_CLOZE, BORROW_CHOICE]);
    await waitFor(async () => expect(document.activeElement).toBe(await field()));
    expect((await field()).getAttribute('aria-describedby')).toBeTruthy();
    await type('entropy');
    press('Enter');
    expect(await screen.findByText('Right')).toBeTruthy();
    const good = await screen.findByRole('button', { name: /Good in \d+ days/ });
    await waitFor(() => expect(document.activeElement).toBe(good));
    expect(good.getAttribute('aria-keyshortcuts')).toBe('3 Enter');
    fireEvent.click(good);
    expect(await screen.findByText('2 of 2')).toBeTruthy();
    await waitFor(async () => expect(document.activeElement).toBe(await card()));
    expect(await db.reviews.toArray()).toMatchObject([{ rating: 'good', answer: 'entropy' }]);
  });

  it('chooses by number and rates by number', async () => {
    await openPopup([BORROW_CHOICE]);
    const options = within(await screen.findByRole('list', { name: 'What belongs in the gap?' }));
    const names = options.getAllByRole('button').map((option) => option.textContent);
    const place = names.findIndex((name) => name?.startsWith('mutable borrow'));
    await waitFor(async () => expect(document.activeElement).toBe(await card()));
    press(String(place + 1));
    expect(await screen.findByText('Right')).toBeTruthy();
    press('4');
    expect(await screen.findByRole('heading', { name: 'Done for now' })).toBeTruthy();
    await waitFor(async () => expect(await db.reviews.toArray()).toMatchObject([{ rating: 'easy' }]));
  });

  it('undoes with Z at the end, and the card is there again with its answer', async () => {
    await openPopup([ENTROPY_CLOZE]);
    await type('heat');
    press('Enter');
    press('1');
    expect(await screen.findByRole('heading', { name: 'Done for now' })).toBeTruthy();
    expect(screen.getByText('0 of 1 answer right.')).toBeTruthy();
    await waitFor(async () => expect(await db.reviews.count()).toBe(1));
    press('z');
    expect(await screen.findByText('Not this time')).toBeTruthy();
    expect((await card()).textContent).toContain('You wrote heat');
    expect((await db.reviews.toArray())[0]?.undoneAt).toBe(now);
  });

  it('goes back with Ctrl+Z from an empty field, but leaves typing its own undo', async () => {
    await openPopup([ENTROPY_CLOZE, HEAT_CLOZE]);
    await type('x');
    press('Enter');
    press('1');
    await screen.findByText('2 of 2');
    await type('y');
    press('z', { ctrlKey: true });
    expect(screen.getByText('2 of 2')).toBeTruthy();
    fireEvent.input(await field(), { target: { value: '' } });
    press('z', { ctrlKey: true });
    expect(await screen.findByText('1 of 2')).toBeTruthy();
  });

  it('does not submit what an input method is still composing', async () => {
    await openPopup([HEAT_CLOZE]);
    await type('shang');
    press('Enter', { isComposing: true });
    press('Enter', { keyCode: 229 });
    expect(await screen.findByRole('button', { name: 'Check' })).toBeTruthy();
    await type('熵');
    press('Enter');
    expect(await screen.findByText('Right')).toBeTruthy();
  });

  it('writes letters and digits into the answer instead of obeying them', async () => {
    const openTab = vi.fn();
    await openPopup([ENTROPY_CLOZE], { openTab });
    await field();
    for (const key of ['o', 's', '1', '?']) press(key);
    expect(screen.getByText('1 of 1')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(openTab).not.toHaveBeenCalled();
  });

  it('shows and closes the list of keys', async () => {
    await openPopup([BORROW_CHOICE]);
    await waitFor(async () => expect(document.activeElement).toBe(await card()));
    press('?');
    const sheet = await screen.findByRole('dialog', { name: 'Everything by keyboard' });
    fireEvent.click(within(sheet).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('after the answer', () => {
  it('says the verdict in words and shows the paragraph with the key marked', async () => {
    await openPopup([ENTROPY_CLOZE]);
    await type('enthalpy');
    press('Enter');
    const source = await screen.findByLabelText('Where it stands');
    expect(source.textContent).toContain('The total entropy of an isolated system');
    expect(source.querySelector('mark')?.textContent).toBe('entropy');
    expect(source.lang).toBe('en');
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe('Not this time. The answer is entropy'),
    );
  });

  it('shows the source with O', async () => {
    const showSource = vi.fn(async () => true);
    await openPopup([PHOTOSYNTHESIS_CHOICE], { showSource });
    await waitFor(async () => expect(document.activeElement).toBe(await card()));
    press('1');
    await screen.findByRole('button', { name: 'Open source' });
    press('o');
    const [stored] = await db.exercises.toArray();
    const sentence = { start: stored?.source.start, end: stored?.source.end };
    expect(showSource).toHaveBeenCalledWith({ passageId: stored?.passageId, sentence });
  });

  it('leaves a wrong choice one way to go on', async () => {
    await openPopup([BORROW_CHOICE]);
    fireEvent.click(await screen.findByRole('button', { name: /stack frame/ }));
    await screen.findByText('Not this time');
    const ratings = within(screen.getByRole('group', { name: 'How well did you know it?' }));
    await waitFor(() =>
      expect(ratings.getAllByRole('button').map((button) => button.textContent)).toEqual([
        'Continueasked again in 1 min',
      ]),
    );
  });

  it('gives a slip of spelling a second try', async () => {
    await openPopup([ENTROPY_CLOZE]);
    await type('entrophy');
    press('Enter');
    expect(await screen.findByText('Almost. Look at the spelling once more.')).toBeTruthy();
    expect((await field()).value).toBe('entrophy');
  });
});

describe('a popup that is opened again', () => {
  it('shows the same card and the same text, before any database', async () => {
    await openPopup([ENTROPY_CLOZE, HEAT_CLOZE]);
    await type('half an ans');
    stop();
    cleanup();
    const never = () => new Promise<never>(() => {});
    render(<PopupApp model={createPopup({ db, storage, clock: () => now, study: never })} />);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'The missing word' }).value).toBe(
      'half an ans',
    );
  });
});

describe('captured text', () => {
  const HOSTILE = {
    ...ENTROPY_CLOZE.reading,
    id: 'hostile',
    title: '<img src=x onerror=alert(1)>\u202Elive',
    text: 'Say <script>alert("entropy")</script> to the \u202Eentropy of it.',
  };

  it('is shown as text, isolated from ours', async () => {
    await openPopup([
      { ...ENTROPY_CLOZE, reading: HOSTILE, sentence: HOSTILE.text, key: 'entropy', memory: {} },
    ]);
    const shown = await card();
    expect(shown.textContent).toContain('Say <script>alert("');
    expect(shown.querySelector('script, img')).toBeNull();
    const title = screen.getByText(HOSTILE.title);
    expect(title.tagName).toBe('BDI');
  });
});

describe('the page in the tab', () => {
  it('is allowed, paused and resumed with one click each', async () => {
    await openPopup([ENTROPY_CLOZE], { sites: createMemorySites([], 'https://other.example/a') });
    fireEvent.click(await screen.findByRole('button', { name: 'Allow this site' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Pause reading on this site' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Resume' }));
    expect(await screen.findByText('Reading along')).toBeTruthy();
    expect(screen.getByText('other.example')).toBeTruthy();
  });

  it('says before the first site what is kept and never read, and goes by the answer', async () => {
    const sites = createMemorySites([], 'https://other.example/a');
    const settings = createMemorySettings({ hasConsented: false });
    await openPopup([ENTROPY_CLOZE], { sites, settings });
    fireEvent.click(await screen.findByRole('button', { name: 'Allow this site' }));
    const dialog = await screen.findByRole('dialog', { name: 'Before Gleaner reads along' });
    for (const part of ['What is kept', 'What is never read', 'What is left alone unless you insist'])
      expect(dialog.textContent).toContain(part);
    fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
    expect(await screen.findByText('Not reading here')).toBeTruthy();
    expect(await sites.allowedOrigins()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Allow this site' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Agree and allow' }));
    expect(await screen.findByText('Reading along')).toBeTruthy();
    expect(await sites.allowedOrigins()).toEqual(['https://other.example']);
    expect((await settings.read()).hasConsented).toBe(true);
  });

  it('is left alone where it looks like a bank, until the learner insists', async () => {
    const site = 'https://konto.sparbuch.bank';
    const settings = createMemorySettings();
    await openPopup([ENTROPY_CLOZE], { sites: createMemorySites([site], `${site}/start`), settings });
    expect(await screen.findByText('Left alone')).toBeTruthy();
    expect(screen.getByText('Looks like a bank')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Read anyway…' }));
    await screen.findByRole('dialog', { name: 'This looks like a bank or a payment service' });
    fireEvent.click(screen.getByRole('button', { name: 'Read anyway' }));
    expect(await screen.findByText('Reading along')).toBeTruthy();
    expect((await settings.read()).confirmedSites).toEqual([site]);
  });
});

describe('when something is missing', () => {
  it('says that the model is missing and lets answering go on', async () => {
    await writeMeta(db, 'engineStatus', { state: 'model-missing', detail: 'x', threads: 1, at: NOON });
    await openPopup([ENTROPY_CLOZE]);
    expect(await screen.findByText(/The language model is missing/)).toBeTruthy();
    expect(await field()).toBeTruthy();
  });

  it('says in words that the database does not open', async () => {
    await openPopup([], { study: () => Promise.reject(new DOMException('', 'UnknownError')) });
    expect(await screen.findByText('Your exercises could not be opened')).toBeTruthy();
    expect(screen.getByText('What the browser reported: UnknownError')).toBeTruthy();
  });

  it('says in Chinese what brings the first exercises', async () => {
    setUiLanguage('zh');
    await openPopup([], { sites: createMemorySites([], 'https://other.example/a') });
    expect(await screen.findByRole('heading', { name: '还没有读过的内容' })).toBeTruthy();
    expect(screen.getAllByRole('button', { name: '允许此网站' })).toHaveLength(1);
  });
});

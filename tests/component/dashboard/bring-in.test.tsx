import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DashboardApp } from '@/components/dashboard/DashboardApp';
import type { BroughtText } from '@/lib/app/import-text';
import type { ImportedText } from '@/lib/domain/imports/model';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import type { ImportEnvironment } from '@/lib/ui/dashboard/import-model';
import { setUiLanguage } from '@/lib/ui/i18n';
import { createMemoryStorage, type DashboardOptions, openDashboard } from '../../support/dashboard';
import { buildOccurrence, buildPage, buildPassage, NOON } from '../../support/study-rows';

const BOOK: ImportedText = {
  id: 'b00c',
  title: 'Water',
  format: 'epub',
  addedAt: NOON,
  sections: 4,
  storedSections: 4,
  passageCount: 2,
};

let db: StudyDb;

async function show(options: Partial<DashboardOptions> = {}) {
  const snapshot = createSnapshotStore(createMemoryStorage());
  const settings = { hasConsented: true, ...options.settings };
  const dashboard = openDashboard(db, { route: { name: 'import' }, snapshot, ...options, settings });
  render(<DashboardApp model={dashboard.model} />);
  await screen.findByRole('heading', { name: 'Brought in' });
  return dashboard;
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) => fireEvent.click(await button(name));
const file = (name: string, content = 'text') => new File([content], name);

async function choose(...files: readonly File[]) {
  const input = await screen.findByLabelText('Choose files');
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  fireEvent.change(input);
}

beforeEach(() => {
  db = createStudyDb(`bring-in-${Math.random()}`);
  setUiLanguage('en');
});

afterEach(async () => {
  cleanup();
  await db.delete();
});

describe('bringing in', () => {
  it('asks for consent before anything can be brought in', async () => {
    const { settings } = await show({ settings: { hasConsented: false } });
    expect(screen.queryByRole('button', { name: 'Take it in' })).toBeNull();
    await press('Agree');
    await button('Take it in');
    expect((await settings.read()).hasConsented).toBe(true);
  });

  it('takes a pasted text in, under the name that it was given, and empties the form', async () => {
    const brought: BroughtText[] = [];
    const take: ImportEnvironment['take'] = async (text) => {
      brought.push(text);
      return { ok: true, value: BOOK };
    };
    await show({ imports: { take } });
    fireEvent.input(screen.getByLabelText('Text'), { target: { value: '  Water rises.\n' } });
    fireEvent.input(screen.getByLabelText(/^Title/), { target: { value: 'Rain' } });
    await press('Take it in');
    await waitFor(() => expect(brought).toHaveLength(1));
    expect(brought[0]).toMatchObject({ title: 'Rain', format: 'text' });
    expect(new TextDecoder().decode(brought[0]?.bytes)).toBe('Water rises.');
    expect((screen.getByLabelText('Text') as HTMLTextAreaElement).value).toBe('');
    await screen.findByText(/^“Water” is in\./);
  });

  it('leads to the field when there is nothing to take in', async () => {
    await show();
    await press('Take it in');
    expect(document.activeElement).toBe(screen.getByLabelText('Text'));
  });

  it('says of each file what is done with it, and what is wrong with it', async () => {
    let finish = () => {};
    const take: ImportEnvironment['take'] = async ({ name }, onStep) => {
      if (name === 'broken') return { ok: false, error: 'broken' };
      onStep({ kind: 'no-room', done: 3, of: 9 });
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return { ok: true, value: BOOK };
    };
    await show({ imports: { take } });
    await choose(file('scan.pdf'), file('photo.jpg'), file('broken.epub'), file('long.md'), file('next.txt'));
    await screen.findByText(/^Open PDF files in the PDF reader/);
    await screen.findByText(/^Only text, Markdown, HTML and EPUB/);
    await screen.findByText(/^The file is damaged/);
    await screen.findByText(/^Section 3 of 9 is in\. The rest waits/);
    await screen.findByText('Waits for its turn');
    expect(screen.getAllByRole('alert')).toHaveLength(3);
    finish();
    await waitFor(() => expect(screen.queryByText(/^Section 3 of 9/)).toBeNull());
    await press('Put away the note about “photo.jpg”');
    await waitFor(() => expect(screen.queryByText('photo.jpg')).toBeNull());
  });

  it('stops what is under way when the learner says so', async () => {
    let stopping: AbortSignal | undefined;
    const take: ImportEnvironment['take'] = (_text, onStep, signal) => {
      stopping = signal;
      onStep({ kind: 'storing', done: 1, of: 2 });
      return new Promise(() => {});
    };
    await show({ imports: { take } });
    await choose(file('long.md'));
    await press('Stop taking in “long.md”');
    expect(stopping?.aborted).toBe(true);
    await waitFor(() => expect(screen.queryByText('long.md')).toBeNull());
  });
});

describe('what was brought in', () => {
  beforeEach(async () => {
    await db.pages.add(buildPage({ id: 'w-0', url: 'import:b00c#0', origin: 'import:' }));
    await db.passages.bulkAdd([buildPassage(), buildPassage({ id: 'p-2' })]);
    await db.occurrences.bulkAdd([
      buildOccurrence({ pageId: 'w-0', means: 'imported' }),
      buildOccurrence({ pageId: 'w-0', passageId: 'p-2', means: 'imported' }),
    ]);
  });

  const wait = (passageId: string) =>
    db.jobs.add({
      ...{ id: `embed:${passageId}`, kind: 'embed', ref: passageId, lane: 'import', state: 'pending' },
      ...{ revision: 1, attempts: 0, notBefore: 0, leaseUntil: 0, owner: '', createdAt: 0 },
    });

  it('shows how far it is, can be held, and goes on', async () => {
    await db.imports.add(BOOK);
    await wait('p-2');
    const held: boolean[] = [];
    await show({ imports: { hold: async (isHeld) => void held.push(isHeld) } });
    await screen.findByText('1 of 2 passages worked through');
    expect(screen.getByRole('progressbar', { name: '1 of 2 passages worked through' })).toBeTruthy();
    await press('Pause');
    expect(held).toEqual([true]);
  });

  it('says that it was cut short, and what to do', async () => {
    await db.imports.add({ ...BOOK, storedSections: 1 });
    await show();
    await screen.findByText(/^Only 1 of 4 sections are in\. Bring the same text in again/);
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  });

  it('leads to its first page, and says there where it came from', async () => {
    await db.imports.add(BOOK);
    const { router } = await show();
    const link = await screen.findByRole('link', { name: 'Water' });
    expect(link.getAttribute('href')).toBe('#/reading/w-0');
    router.goTo({ name: 'page', pageId: 'w-0' });
    await screen.findByText(/^2 passages of it are here, brought in today\./);
    fireEvent.click((await screen.findAllByRole('button', { name: /^Why was this kept/ }))[0] as HTMLElement);
    await screen.findByText(/^You brought the text in on/);
  });

  it('goes after a preview', async () => {
    await db.imports.add(BOOK);
    await show();
    await press('Forget “Water”');
    await screen.findByText(/^This removes 1 page and 2 passages/);
    await press('Forget the text');
    await waitFor(async () => expect(await db.imports.count()).toBe(0));
    await screen.findByText(/^Nothing yet\./);
  });
});

describe('bookmarks', () => {
  it('are asked for by a click, counted, updated and removed', async () => {
    const asked: string[] = [];
    let isAllowed = false;
    await show({
      bookmarks: {
        isAllowed: async () => isAllowed,
        request: async () => {
          asked.push('request');
          isAllowed = true;
          return true;
        },
        update: async () => void asked.push('update'),
        remove: async () => {
          asked.push('remove');
          isAllowed = false;
        },
      },
    });
    await press('Use my bookmarks');
    await screen.findByText('0 bookmarks are kept.');
    await press('Update');
    await waitFor(() => expect(asked).toEqual(['request', 'update', 'update']));
    await press('Remove them');
    await screen.findByText(/^Removed, and the permission is given back/);
    await button('Use my bookmarks');
  });

  it('are left alone when the browser does not allow it', async () => {
    await show();
    await press('Use my bookmarks');
    await screen.findByText(/^The browser did not allow it/);
  });
});

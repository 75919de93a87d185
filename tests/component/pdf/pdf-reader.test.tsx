import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PdfReaderApp } from '@/components/pdf/PdfReaderApp';
import type { OpenPdf, PdfFile } from '@/lib/app/ports/pdf-file';
import type { Settings } from '@/lib/app/ports/settings';
import type { PageText } from '@/lib/domain/reading/pdf/page-text';
import { failure, success } from '@/lib/domain/shared/result';
import { setUiLanguage } from '@/lib/ui/i18n';
import { PdfReaderModel } from '@/lib/ui/pdf/pdf-reader-model';
import type { WantedPlace } from '@/lib/ui/pdf/pdf-screen';
import { createMemorySettings } from '../../support/memory-ports';
import { pageOf } from '../../support/typeset';

const EMPTY: PageText = pageOf([]);

interface Opened {
  readonly settings?: Partial<Settings>;
  readonly open?: OpenPdf;
  readonly wanted?: WantedPlace;
}

/** A file without text of so many pages. */
function pdfFile(pageCount: number, close = () => {}): PdfFile {
  const page = {
    width: EMPTY.width,
    height: EMPTY.height,
    readText: async () => EMPTY,
    paint: () => ({ done: Promise.resolve(true), cancel: () => {} }),
    release: () => {},
  };
  return { pageCount, title: 'A scanned book', page: async () => page, outline: async () => [], close };
}

async function show({ settings = {}, open = async () => success(pdfFile(3)), wanted }: Opened = {}) {
  const store = createMemorySettings(settings);
  const follower = { begin: vi.fn(), watch: vi.fn(), beginAnew: vi.fn(), end: vi.fn() };
  const model = new PdfReaderModel({
    openPdf: open,
    hashBytes: async (bytes) => `hash-of-${bytes.byteLength}`,
    settings: store,
    follower,
    wanted: async () => wanted,
  });
  render(<PdfReaderApp model={model} />);
  await model.connect();
  return { store, follower, model };
}

function choose(name: string, text = 'not empty') {
  const input = screen.getByLabelText(/Choose a PDF|Open another/);
  fireEvent.change(input, { target: { files: [new File([text], name)] } });
}

beforeEach(() => {
  setUiLanguage('en');
  const never = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  vi.stubGlobal('IntersectionObserver', never);
  vi.stubGlobal('ResizeObserver', never);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a file that cannot be opened', () => {
  it.each([
    ['not-a-pdf', 'It is not a PDF'],
    ['damaged', 'damaged or incomplete'],
    ['unexpected', 'Something went wrong'],
  ] as const)('%s: says what to do and lets choose again', async (error, words) => {
    await show({ open: async () => failure(error) });
    choose('thesis.pdf');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('thesis.pdf could not be opened');
    expect(alert.textContent).toContain(words);
    expect(screen.getByLabelText('Choose a PDF')).toBeTruthy();
  });
});

describe('a protected file', () => {
  it('asks for its password until that is right, and forgets it', async () => {
    const passwords: (string | undefined)[] = [];
    await show({
      open: async (_, password) => {
        passwords.push(password);
        if (password === undefined) return failure('password-needed');
        return password === 'hive' ? success(pdfFile(1)) : failure('password-wrong');
      },
    });
    choose('exam.pdf');
    const type = (text: string) =>
      fireEvent.input(screen.getByLabelText('Password of the file'), { target: { value: text } });
    await screen.findByLabelText('Password of the file');
    expect(screen.getByLabelText('Password of the file').getAttribute('type')).toBe('password');
    type('honey');
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    await screen.findByText(/That is not the password/);
    expect((screen.getByLabelText('Password of the file') as HTMLInputElement).value).toBe('');
    type('hive');
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    await screen.findByText('A scanned book');
    expect(passwords).toEqual([undefined, 'honey', 'hive']);
  });
});

describe('an open file', () => {
  it('says when its pages are pictures', async () => {
    await show({ open: async () => success(pdfFile(1)) });
    choose('scan.pdf');
    expect(await screen.findByText('Nothing to read along here')).toBeTruthy();
  });

  it('gives way to the next one', async () => {
    const close = vi.fn();
    const { follower } = await show({ open: async () => success(pdfFile(2, close)) });
    choose('one.pdf');
    await screen.findByText('A scanned book');
    choose('two.pdf', 'other bytes');
    await screen.findByText('A scanned book');
    expect(close).toHaveBeenCalledTimes(1);
    expect(follower.end).toHaveBeenCalledTimes(1);
    expect(follower.begin.mock.calls.map(([{ name }]) => name)).toEqual(['one.pdf', 'two.pdf']);
  });

  it('stays when the first page of a file that was chosen before comes late', async () => {
    const closed: string[] = [];
    let showFirst: (() => void) | undefined;
    const { follower, model } = await show({
      open: async (bytes) => {
        const isFirst = bytes.byteLength === 'first'.length;
        const file = pdfFile(1, () => closed.push(isFirst ? 'first' : 'second'));
        if (!isFirst) return success({ ...file, title: 'The second book' });
        const late = new Promise<void>((resolve) => {
          showFirst = resolve;
        });
        return success({ ...file, page: (number) => late.then(() => file.page(number)) });
      },
    });
    choose('one.pdf', 'first');
    await vi.waitFor(() => expect(showFirst).toBeDefined());
    // Dropped onto the page, which offers no choice meanwhile.
    await model.choose(new File(['second one'], 'two.pdf'));
    await screen.findByText('The second book');
    showFirst?.();
    await vi.waitFor(() => expect(closed).toEqual(['first']));
    expect(screen.getByText('The second book')).toBeTruthy();
    expect(follower.begin.mock.calls.map(([{ name }]) => name)).toEqual(['two.pdf']);
  });

  it('is closed, and said to be damaged, when it has no first page', async () => {
    const close = vi.fn();
    const page = () => Promise.reject(new Error('no such page'));
    await show({ open: async () => success({ ...pdfFile(1, close), page }) });
    choose('empty.pdf');
    expect((await screen.findByRole('alert')).textContent).toContain('damaged or incomplete');
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('goes to the page that is typed, no further than the last', async () => {
    await show();
    choose('scan.pdf');
    const field = (await screen.findByLabelText('Page')) as HTMLInputElement;
    const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (
      this: Element,
    ) {
      scrolledTo.push(this.querySelector('h2')?.textContent);
    });
    const scrolledTo: (string | null | undefined)[] = [];
    fireEvent.input(field, { target: { value: '99' } });
    if (field.form) fireEvent.submit(field.form);
    await vi.waitFor(() => expect(scrolledTo).toEqual(['Page 3 of 3']));
    scrolled.mockRestore();
  });
});

describe('reading along', () => {
  it('is paused and resumed with one click each', async () => {
    const { store } = await show();
    fireEvent.click(await screen.findByRole('button', { name: 'Pause' }));
    await screen.findByText('Paused: nothing is kept');
    expect(await store.read()).toMatchObject({ paused: false, pausedOrigins: ['pdf:'] });
    fireEvent.click(screen.getByRole('button', { name: 'Resume' }));
    await screen.findByText('Reading along');
    expect(await store.read()).toMatchObject({ paused: false, pausedOrigins: [] });
  });

  it('shows a pause of everything, and ends it', async () => {
    const { store } = await show({ settings: { paused: true } });
    fireEvent.click(await screen.findByRole('button', { name: 'Resume' }));
    await screen.findByText('Reading along');
    expect(await store.read()).toMatchObject({ paused: false });
  });

  it('needs consent, which says first what is kept', async () => {
    const { store } = await show({ settings: { hasConsented: false } });
    fireEvent.click(await screen.findByRole('button', { name: 'Read along' }));
    expect((await screen.findByRole('dialog')).textContent).toContain('What is kept');
    fireEvent.click(screen.getByRole('button', { name: 'Agree' }));
    await screen.findByText('Reading along');
    expect(await store.read()).toMatchObject({ hasConsented: true });
  });
});

describe('coming back to a passage', () => {
  const wanted = { url: 'pdf:hash-of-5', fileName: 'bees.pdf', page: 2, start: '' };

  it('says which file to choose, and when another one was', async () => {
    await show({ wanted });
    expect((await screen.findByText(/to go on at page 2/)).textContent).toContain('bees.pdf');
    choose('tea.pdf', 'another');
    expect((await screen.findByText(/This is another file than/)).textContent).toContain('bees.pdf');
    choose('renamed.pdf', '12345');
    await vi.waitFor(() => expect(screen.queryByText(/This is another file than/)).toBeNull());
  });
});

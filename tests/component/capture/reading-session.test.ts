import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outbox } from '@/lib/capture/outbox';
import { ReadingSession } from '@/lib/capture/reading-session';
import type { ReadingReport } from '@/lib/domain/reading/model';
import { AVERAGE_SPEED } from '@/lib/domain/reading/reading-speed';
import { FakeObserver, place } from '../../support/fake-observer';

const TEXT = Array(60).fill('word').join(' ');
const READING_MS = (60 / 238) * 60_000;

let session: ReadingSession;
let reports: ReadingReport[];
let sentAll: number;
let resumed: number;

const outbox: Outbox = {
  post: (report) => {
    reports.push(report);
    return true;
  },
  sendAll: () => {
    sentAll += 1;
  },
  resume: () => {
    resumed += 1;
  },
  clear: () => undefined,
};

/** Puts paragraphs into the window, one below the other, all in view. */
function show(...texts: readonly string[]): void {
  document.body.innerHTML = `<main>${texts.map((text) => `<p>${text}</p>`).join('')}</main>`;
  for (const [index, element] of [...document.querySelectorAll('p')].entries())
    place(element, index * 100, 80);
}

function bringNear(): void {
  for (const element of FakeObserver.latest.observed) FakeObserver.latest.report(element, true);
}

/** Lets time pass for a learner who moves the pointer now and then. */
async function pass(durationMs: number): Promise<void> {
  for (let spent = 0; spent < durationMs; spent += 1_000) {
    document.dispatchEvent(trusted('pointermove'));
    await vi.advanceTimersByTimeAsync(Math.min(1_000, durationMs - spent));
    bringNear();
  }
}

function trusted(type: string): Event {
  const event = new Event(type);
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

/** Changes the address as `pushState` does, in a browser that announces it to nobody. */
function goTo(address: string): void {
  const { happyDOM }: { happyDOM: { setURL(url: string): void } } = Object(window);
  happyDOM.setURL(address);
}

function setVisibility(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(state === 'hidden');
  document.dispatchEvent(new Event('visibilitychange'));
}

const readTexts = () => reports.flatMap(({ blocks }) => blocks.map(({ text }) => text));
const last = () => reports.at(-1)?.visit;

async function start(): Promise<void> {
  session = new ReadingSession({
    speed: AVERAGE_SPEED,
    timeScale: 1,
    adapters: [],
    outbox,
    onLeftAlone: () => undefined,
  });
  session.start();
  await vi.advanceTimersByTimeAsync(300);
  bringNear();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  Object.assign(window, { innerHeight: 800 });
  goTo('https://course.test/a');
  document.title = 'The lesson';
  reports = [];
  sentAll = 0;
  resumed = 0;
});

afterEach(() => {
  session.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.documentElement.className = '';
  document.body.replaceChildren();
});

describe('a reading session', () => {
  it('reports what was given its time, under address and title', async () => {
    show(TEXT);
    await start();
    await pass(READING_MS * 0.38);
    expect(reports).toEqual([]);
    await pass(READING_MS * 0.4);
    expect(readTexts()).toEqual([TEXT]);
    expect(last()).toMatchObject({ url: 'https://course.test/a', title: 'The lesson' });
  });

  it('keeps nothing of a page in the background', async () => {
    show(TEXT);
    setVisibility('hidden');
    await start();
    await pass(60_000);
    expect(reports).toEqual([]);
  });

  it('goes on beside another window, whether or not it has the focus', async () => {
    show(TEXT);
    await start();
    window.dispatchEvent(new Event('blur'));
    await pass(READING_MS);
    expect(readTexts()).toEqual([TEXT]);
  });

  it('stops the clock when the learner leaves the desk', async () => {
    show(TEXT);
    await start();
    await pass(READING_MS);
    await vi.advanceTimersByTimeAsync(3_600_000);
    window.dispatchEvent(new Event('pagehide'));
    expect(last()?.activeMs).toBeGreaterThan(60_000);
    expect(last()?.activeMs).toBeLessThan(READING_MS + 62_000);
  });

  it('hands in the last seconds when the page goes', async () => {
    show(TEXT);
    await start();
    await pass(20_000);
    await vi.advanceTimersByTimeAsync(1_100);
    const known = last()?.activeMs ?? 0;
    await vi.advanceTimersByTimeAsync(200);
    window.dispatchEvent(new Event('pagehide'));
    expect(sentAll).toBe(1);
    expect(last()?.activeMs).toBeGreaterThan(known + 1_000);
    expect(reports.at(-1)?.blocks).toMatchObject([{ text: TEXT }]);
  });

  it('takes a return to a page that was kept alive for another visit', async () => {
    show(TEXT);
    await start();
    await pass(READING_MS);
    window.dispatchEvent(new Event('pagehide'));
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await pass(READING_MS);
    expect(resumed).toBe(1);
    expect(new Set(reports.map(({ visit }) => visit.visitId)).size).toBe(2);
  });

  it('tells addresses of one document apart, by the title that each had', async () => {
    show(TEXT);
    await start();
    await pass(READING_MS);
    goTo('https://course.test/b?utm_source=x');
    show(`Another ${TEXT}`);
    await vi.advanceTimersByTimeAsync(250);
    document.title = 'The next lesson';
    await pass(READING_MS);
    expect(reports.map(({ visit }) => [visit.url, visit.title]).at(-1)).toEqual([
      'https://course.test/b',
      'The next lesson',
    ]);
    const first = reports.filter(({ visit }) => visit.url === 'https://course.test/a');
    expect(new Set(first.map(({ visit }) => visit.title))).toEqual(new Set(['The lesson']));
  });

  it('takes a fragment for the same visit', async () => {
    show(TEXT);
    await start();
    await pass(READING_MS);
    goTo('https://course.test/a#part');
    await pass(30_000);
    expect(new Set(reports.map(({ visit }) => visit.visitId)).size).toBe(1);
  });

  it('reads on in a document that was written anew', async () => {
    show(TEXT);
    await start();
    await pass(1_000);
    const root = document.createElement('html');
    root.append(document.createElement('head'), document.createElement('body'));
    document.documentElement.remove();
    document.append(root);
    show(`Rewritten ${TEXT}`);
    await pass(READING_MS);
    expect(readTexts()).toEqual([`Rewritten ${TEXT}`]);
  });

  it('rests while the page is shown in translation, and goes on after it', async () => {
    show(TEXT);
    document.documentElement.className = 'translated-ltr';
    await start();
    await pass(READING_MS);
    expect(reports).toEqual([]);
    document.documentElement.className = '';
    show(TEXT);
    await pass(READING_MS);
    expect(readTexts()).toEqual([TEXT]);
  });

  it('waits for a page that is only being prepared', async () => {
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    show(TEXT);
    await start();
    await pass(READING_MS);
    expect(reports).toEqual([]);
    Object.defineProperty(document, 'prerendering', { value: false, configurable: true });
    document.dispatchEvent(new Event('prerenderingchange'));
    await pass(READING_MS);
    expect(readTexts()).toEqual([TEXT]);
  });
});

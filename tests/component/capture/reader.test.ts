import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Reader, startReader } from '@/lib/capture/reader';
import { AVERAGE_SPEED } from '@/lib/domain/reading/reading-speed';
import { FakeObserver, place } from '../../support/fake-observer';

const ADDRESS = 'https://course.test/login';

let reader: Reader;
let said: string[];
let isActive: boolean;
let isAlive: boolean;

/** A page with a text and a field for a password that is in view. */
function showSecretField(): Element {
  document.body.innerHTML = `<main><p>${'word '.repeat(60)}</p></main><input type="password">`;
  const field = document.querySelector('input') ?? document.body;
  place(field, 0, 20);
  const { getBoundingClientRect: rect } = field;
  field.getBoundingClientRect = () => ({ ...rect(), left: 0, right: 100, width: 100 });
  field.checkVisibility = () => true;
  return field;
}

async function start(): Promise<void> {
  reader = startReader({
    open: async () =>
      isActive
        ? { active: true, timeScale: 1, speed: AVERAGE_SPEED, showIndicator: true, adapters: [] }
        : { active: false },
    deliver: async () => 'delivered',
    decline: (url) => said.push(`declined ${url}`),
    isAlive: () => isAlive,
    onActive: (isReading) => said.push(isReading ? 'reads' : 'rests'),
    onEnd: () => undefined,
  });
  await vi.advanceTimersByTimeAsync(500);
}

/** What is said in answer to something that happens. */
async function answerTo(event: () => unknown): Promise<string[]> {
  said.length = 0;
  await event();
  await vi.advanceTimersByTimeAsync(5_000);
  return [...said];
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  const { happyDOM }: { happyDOM: { setURL(url: string): void } } = Object(window);
  happyDOM.setURL(ADDRESS);
  said = [];
  isActive = true;
  isAlive = true;
});

afterEach(async () => {
  isAlive = false;
  reader.rest();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe('a reader in a page that asks for a secret', () => {
  it('declines, and again when it is asked anew, and never says that it reads', async () => {
    showSecretField();
    await start();
    expect(said).toEqual(['reads', 'rests', `declined ${ADDRESS}`]);
    expect(await answerTo(() => reader.askAgain(false))).toEqual(['rests', `declined ${ADDRESS}`]);
  });

  it('reads when the page asks no more', async () => {
    const field = showSecretField();
    await start();
    expect((await answerTo(() => field.remove())).at(-1)).toBe('reads');
    expect(await answerTo(() => reader.askAgain(false))).toEqual(['reads']);
  });

  it('declines nothing while the learner pauses, and declines afterwards', async () => {
    showSecretField();
    await start();
    isActive = false;
    expect(await answerTo(() => reader.askAgain(false))).toEqual(['rests']);
    isActive = true;
    expect((await answerTo(() => reader.askAgain(false))).slice(-2)).toEqual([
      'rests',
      `declined ${ADDRESS}`,
    ]);
  });
});

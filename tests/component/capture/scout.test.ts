import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchForOrphaning } from '@/lib/capture/orphan-watch';
import { isReadFromOutside } from '@/lib/capture/scout/frame-role';
import { hasReadingMatter } from '@/lib/capture/scout/reading-matter';
import { type Answer, startScout } from '@/lib/capture/scout/scout';

const PARAGRAPH = '<p>A paragraph that can be read.</p>';

let isHidden = false;

function hide(isHiddenNow: boolean): void {
  isHidden = isHiddenNow;
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => setTimeout(callback, 0));
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
  isHidden = false;
  document.body.innerHTML = PARAGRAPH;
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('hasReadingMatter', () => {
  it.each([
    ['a paragraph', PARAGRAPH, true],
    ['a short Chinese sentence', '<p>水在一百度时沸腾。</p>', true],
    ['nothing', '', false],
    ['a name and a number', '<h1>Bread</h1><p>42</p>', false],
    [
      'menus and buttons',
      '<nav>All the lessons of the course</nav><button>Begin the next lesson</button>',
      false,
    ],
    ['links alone', '<ul><li><a href="/">How bread is made at home</a></li></ul>', false],
    [
      'scripts and styles',
      '<style>.lesson { color: red }</style><template>A long template text</template>',
      false,
    ],
    ['what a learner writes', '<textarea>A draft that the learner writes</textarea>', false],
    [
      'a form that shadows the tree',
      `<form><input name="shadowRoot"><input name="localName">${PARAGRAPH}</form>`,
      true,
    ],
  ])('judges %s', (_name, html, expected) => {
    document.body.innerHTML = html;
    expect(hasReadingMatter(document)).toBe(expected);
  });

  it('looks into open shadow roots', () => {
    document.body.innerHTML = '<div></div>';
    document
      .querySelector('div')
      ?.attachShadow({ mode: 'open' })
      .append('A text that only the component shows');
    expect(hasReadingMatter(document)).toBe(true);
  });

  it('looks at 4,000 nodes at most, and leaves the rest to the reader', () => {
    document.body.innerHTML = '<i></i>'.repeat(3_999);
    expect(hasReadingMatter(document)).toBe(false);
    document.body.innerHTML = '<i></i>'.repeat(4_001);
    expect(hasReadingMatter(document)).toBe(true);
  });
});

describe('isReadFromOutside', () => {
  const frame = (parent: object, origin = 'https://course.test') => {
    const view: Record<string, unknown> = { origin };
    view.parent = parent === view ? view : parent;
    return view as unknown as Window;
  };

  it('leaves frames to the page around them when that has their origin', () => {
    expect(isReadFromOutside(frame({ document: {} }))).toBe(true);
  });

  it('lets frames in pages of other origins, whose documents are closed to them, speak for themselves', () => {
    const closed = Object.defineProperty({}, 'document', {
      get: () => {
        throw new DOMException('Blocked', 'SecurityError');
      },
    });
    expect(isReadFromOutside(frame(closed))).toBe(false);
  });

  it('lets frames without an origin rest', () => {
    expect(isReadFromOutside(frame({}, 'null'))).toBe(true);
  });

  it('reads the page itself', () => {
    expect(isReadFromOutside(window)).toBe(false);
  });
});

describe('startScout', () => {
  let isAlive = true;
  const end = vi.fn();
  const ask = vi.fn<() => Promise<Answer>>();
  const start = () => startScout({ ask, isAlive: () => isAlive, onEnd: end });

  beforeEach(() => {
    isAlive = true;
    ask.mockResolvedValue('begun');
  });

  afterEach(async () => {
    isAlive = false;
    hide(false);
    await vi.advanceTimersByTimeAsync(1_000);
  });

  it('asks for a reader once the page was in view for a moment, and is gone then', async () => {
    start();
    expect(ask).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(end).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does nothing in a page that nobody sees', async () => {
    isHidden = true;
    start();
    expect(vi.getTimerCount()).toBe(0);
    hide(false);
    await vi.advanceTimersByTimeAsync(100);
    hide(true);
    expect(vi.getTimerCount()).toBe(0);
    expect(ask).not.toHaveBeenCalled();
    hide(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('waits for a page that has nothing to read yet', async () => {
    document.body.innerHTML = '';
    start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).not.toHaveBeenCalled();
    document.body.innerHTML = PARAGRAPH;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('takes no for an answer until something changes', async () => {
    ask.mockResolvedValue('refused');
    const scout = start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(1);
    scout.tryAgain();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(end).not.toHaveBeenCalled();
  });

  it('forgets a refusal that was on its way while something changed', async () => {
    let refuse: (answer: Answer) => void = () => undefined;
    ask.mockImplementationOnce(() => new Promise((resolve) => (refuse = resolve)));
    const scout = start();
    await vi.advanceTimersByTimeAsync(1_000);
    scout.tryAgain();
    refuse('refused');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks again when nobody heard', async () => {
    ask.mockResolvedValueOnce('unheard').mockResolvedValueOnce('unheard');
    start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('ends within a second when the extension is gone', async () => {
    ask.mockResolvedValue('refused');
    start();
    await vi.advanceTimersByTimeAsync(1_000);
    isAlive = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(end).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
    hide(true);
    hide(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('watchForOrphaning', () => {
  it('notices within a second in a page in view, and on showing one that was hidden', async () => {
    let isAlive = true;
    const [inView, signal] = [vi.fn(), new AbortController().signal];
    watchForOrphaning(() => isAlive, inView, signal);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(inView).not.toHaveBeenCalled();
    hide(true);
    expect(vi.getTimerCount()).toBe(0);
    isAlive = false;
    hide(false);
    expect(inView).toHaveBeenCalledTimes(1);
  });

  it('stops when told', async () => {
    const ending = new AbortController();
    const orphaned = vi.fn();
    watchForOrphaning(() => !ending.signal.aborted, orphaned, ending.signal);
    ending.abort();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(orphaned).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});

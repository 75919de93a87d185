import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchForOrphaning } from '@/lib/capture/orphan-watch';
import { watchPresence } from '@/lib/capture/scout/presence';
import { type Answer, startScout } from '@/lib/capture/scout/scout';
import { FakeObserver } from '../../support/fake-observer';

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

describe('watchPresence', () => {
  const tell = vi.fn<(isPresent: boolean) => void>();
  let ending: AbortController;

  const resize = (width: number, height: number) => {
    vi.stubGlobal('innerWidth', width);
    vi.stubGlobal('innerHeight', height);
    window.dispatchEvent(new Event('resize'));
  };

  beforeEach(() => {
    vi.stubGlobal('IntersectionObserver', FakeObserver);
    ending = new AbortController();
  });

  afterEach(() => ending.abort());

  it('finds a page present that is shown', () => {
    watchPresence(tell, ending.signal, false);
    expect(tell.mock.calls).toEqual([[true]]);
    hide(true);
    hide(false);
    expect(tell.mock.calls).toEqual([[true], [false], [true]]);
  });

  it('finds a frame present while it is in view and of a size to read in', () => {
    resize(300, 250);
    watchPresence(tell, ending.signal, true);
    FakeObserver.latest.report(document.documentElement, true);
    expect(tell).not.toHaveBeenCalled();
    resize(800, 600);
    expect(tell).toHaveBeenLastCalledWith(true);
    FakeObserver.latest.report(document.documentElement, false);
    expect(tell).toHaveBeenLastCalledWith(false);
    FakeObserver.latest.report(document.documentElement, true);
    hide(true);
    expect(tell).toHaveBeenLastCalledWith(false);
  });

  it('watches nothing any more when it ends', () => {
    watchPresence(tell, ending.signal, true);
    ending.abort();
    expect(FakeObserver.latest.observed.size).toBe(0);
    tell.mockClear();
    hide(true);
    hide(false);
    expect(tell).not.toHaveBeenCalled();
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

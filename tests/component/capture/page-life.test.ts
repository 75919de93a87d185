import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onceShown, type PageLife, watchPageLife } from '@/lib/capture/page-life';

let ending: AbortController;
let heard: string[];
let life: PageLife;

beforeEach(() => {
  ending = new AbortController();
  heard = [];
  life = watchPageLife(
    {
      onVisibility: () => heard.push('visibility'),
      onLeave: () => heard.push('leave'),
      onReturn: () => heard.push('return'),
      onAddress: () => heard.push('address'),
    },
    ending.signal,
  );
});

afterEach(() => ending.abort());

/** Everything that the page could send, once. */
function send(): void {
  document.dispatchEvent(new Event('visibilitychange'));
  for (const type of ['pagehide', 'popstate']) window.dispatchEvent(new Event(type));
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
}

const EACH_ONCE = ['visibility', 'leave', 'address', 'return'];

/** What `document.open` does to the root. */
function replaceRoot(): void {
  const root = document.createElement('html');
  root.append(document.createElement('head'), document.createElement('body'));
  document.documentElement.remove();
  document.append(root);
}

describe('watchPageLife', () => {
  it('tells of visibility, of leaving, of coming back and of another address', () => {
    send();
    expect(heard).toEqual(EACH_ONCE);
  });

  it('does not take the first showing for a return', () => {
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(heard).toEqual([]);
  });

  it('listens again in a page that wrote itself anew, and hears nothing twice where nothing was lost', () => {
    const listen = vi.spyOn(window, 'addEventListener');
    expect(life.renewIfRewritten()).toBe(false);
    expect(listen).not.toHaveBeenCalled();
    replaceRoot();
    expect(life.renewIfRewritten()).toBe(true);
    expect(listen.mock.calls.map(([type]) => type)).toEqual(['popstate', 'pagehide', 'pageshow']);
    expect(life.renewIfRewritten()).toBe(false);
    send();
    expect(heard).toEqual(EACH_ONCE);
  });

  it('hears nothing after its end', () => {
    ending.abort();
    send();
    expect(heard).toEqual([]);
  });
});

describe('onceShown', () => {
  it('starts at once in a page that is there, and waits for one that is prepared', () => {
    const start = vi.fn();
    onceShown(start, ending.signal);
    expect(start).toHaveBeenCalledTimes(1);
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    onceShown(start, ending.signal);
    expect(start).toHaveBeenCalledTimes(1);
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(start).toHaveBeenCalledTimes(2);
    Object.defineProperty(document, 'prerendering', { value: false, configurable: true });
  });
});

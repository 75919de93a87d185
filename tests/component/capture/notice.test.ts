import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createNotice } from '@/lib/capture/notice/notice';

const WORDS = { text: 'Kept for learning', lang: 'en', close: 'Close' };

/** The element that the notice lives in: beside the body. */
const host = () => document.documentElement.lastElementChild?.matches('div') === true;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('goes by itself, but not while the pointer is on it', () => {
  createNotice().show(WORDS);
  const element = document.documentElement.lastElementChild;
  vi.advanceTimersByTime(5_000);
  element?.dispatchEvent(new Event('pointerenter'));
  vi.advanceTimersByTime(60_000);
  expect(host()).toBe(true);
  element?.dispatchEvent(new Event('pointerleave'));
  vi.advanceTimersByTime(2_000);
  expect(host()).toBe(true);
  vi.advanceTimersByTime(2_000);
  expect(host()).toBe(false);
});

it('stays while it has the focus', () => {
  createNotice().show(WORDS);
  const element = document.documentElement.lastElementChild;
  element?.dispatchEvent(new Event('focusin'));
  element?.dispatchEvent(new Event('pointerenter'));
  element?.dispatchEvent(new Event('pointerleave'));
  vi.advanceTimersByTime(60_000);
  expect(host()).toBe(true);
  element?.dispatchEvent(new Event('focusout'));
  vi.advanceTimersByTime(60_000);
  expect(host()).toBe(false);
});

it('takes the place of the one before, and hides what is in it from the page', () => {
  const notice = createNotice();
  notice.show(WORDS);
  notice.show({ ...WORDS, text: 'Taken back' });
  expect(document.documentElement.querySelectorAll(':scope > div')).toHaveLength(1);
  expect(document.documentElement.lastElementChild?.shadowRoot).toBeNull();
  expect(document.documentElement.textContent).not.toContain('Taken back');
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(host()).toBe(false);
});

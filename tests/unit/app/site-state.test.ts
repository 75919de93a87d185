import { describe, expect, it } from 'vitest';
import { isPaused, siteState, withPausedSite } from '@/lib/app/site-state';

const running = { paused: false, pausedOrigins: [] };
const SITE = 'https://course.test';

describe('siteState', () => {
  it.each([
    ['reading', SITE, true, running],
    ['reading', `${SITE}/a?b`, true, { paused: false, pausedOrigins: ['https://other.test'] }],
    ['paused', SITE, true, { paused: true, pausedOrigins: [] }],
    ['paused', `${SITE}:8443/a`, true, { paused: false, pausedOrigins: [SITE] }],
    ['not-allowed', SITE, false, running],
    ['not-allowed', SITE, false, { paused: true, pausedOrigins: [] }],
    ['unreadable', undefined, false, running],
    ['unreadable', 'chrome://settings', true, running],
  ])('is %s for %s', (expected, address, isAllowed, settings) => {
    expect(siteState(address, isAllowed, settings)).toBe(expected);
  });
});

describe('withPausedSite', () => {
  it('pauses a site once, under the name its permission has, and lets it go on', () => {
    const once = withPausedSite(['https://other.test'], `${SITE}:8443`, true);
    expect(once).toEqual(['https://other.test', SITE]);
    expect(withPausedSite(once, SITE, true)).toEqual(once);
    expect(isPaused(`${SITE}:9000/a`, { paused: false, pausedOrigins: once })).toBe(true);
    expect(withPausedSite(once, SITE, false)).toEqual(['https://other.test']);
  });

  it('does not take what is no site into the list', () => {
    expect(withPausedSite([], 'chrome://settings', true)).toEqual([]);
  });
});

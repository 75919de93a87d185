import { describe, expect, it } from 'vitest';
import { isPaused, refusedReason, siteState, withPausedSite } from '@/lib/app/site-state';

const running = { paused: false, pausedOrigins: [], hasConsented: true, confirmedSites: [] };
const SITE = 'https://course.test';
const BANK = 'https://www.chase.com';
const HOME = 'http://192.168.1.5';

const CASES = [
  ['reading', SITE, true, {}],
  ['reading', `${SITE}/a?b`, true, { pausedOrigins: ['https://other.test'] }],
  ['reading', `${HOME}:8080/course`, true, { confirmedSites: [HOME] }],
  ['paused', SITE, true, { paused: true }],
  ['paused', `${SITE}:8443/a`, true, { pausedOrigins: [SITE] }],
  ['paused', BANK, true, { confirmedSites: [BANK], paused: true }],
  ['withheld', BANK, true, {}],
  ['withheld', BANK, true, { confirmedSites: ['https://chase.com', 'http://www.chase.com', SITE] }],
  ['withheld', HOME, true, { paused: true }],
  ['not-allowed', SITE, false, {}],
  ['not-allowed', SITE, false, { paused: true }],
  ['not-allowed', BANK, false, { confirmedSites: [BANK] }],
  ['not-allowed', SITE, true, { hasConsented: false }],
  ['not-allowed', BANK, true, { hasConsented: false, confirmedSites: [BANK] }],
  ['unreadable', undefined, false, {}],
  ['unreadable', 'chrome://settings', true, {}],
  ['unreadable', 'file:///home/course.html', true, {}],
] as const;

describe('siteState', () => {
  it.each(CASES)('is %s for %s, allowed: %s, with %j', (expected, address, isAllowed, change) => {
    expect(siteState(address, isAllowed, { ...running, ...change })).toBe(expected);
  });
});

describe('refusedReason', () => {
  it.each([
    ['site-not-allowed', SITE, false, { hasConsented: false }],
    ['no-consent', SITE, true, { hasConsented: false }],
    ['banking', BANK, true, { paused: true }],
    ['private-host', HOME, true, {}],
    ['paused', SITE, true, { paused: true }],
    ['paused', HOME, true, { paused: true, confirmedSites: [HOME] }],
  ] as const)('is %s for %s, allowed: %s, with %j', (reason, address, isAllowed, change) => {
    expect(refusedReason(address, isAllowed, { ...running, ...change })).toBe(reason);
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

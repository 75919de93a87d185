import { describe, expect, it } from 'vitest';
import { refusalFor } from '@/lib/domain/privacy/refusal-list';
import refused from '@/tests/fixtures/privacy/refused-hosts.json';
import studyHosts from '@/tests/fixtures/privacy/study-hosts.json';

const addressesOf = (host: string) => [`https://${host}`, `http://${host}/a/page?with=query#and-more`];

describe('refusalFor', () => {
  it.each(Object.entries(refused))('gives %s as the reason', (reason, hosts) => {
    const others = hosts.flatMap(addressesOf).filter((address) => refusalFor(address) !== reason);
    expect(others).toEqual([]);
  });

  it('has nothing against places where people study', () => {
    const withheld = studyHosts.flatMap(addressesOf).filter((address) => refusalFor(address) !== undefined);
    expect(withheld).toEqual([]);
  });

  it('knows hundreds of both, so that a rule that is too wide or too narrow shows', () => {
    expect(Object.values(refused).flat().length).toBeGreaterThanOrEqual(200);
    expect(studyHosts.length).toBeGreaterThanOrEqual(200);
  });

  it.each(['file:///etc/passwd', 'chrome://settings', 'about:blank', 'no address', ''])(
    'leaves %j to others, since no site is there',
    (address) => {
      expect(refusalFor(address)).toBeUndefined();
    },
  );

  it('is not deceived by capitals, ports, credentials or a final dot', () => {
    for (const host of ['WWW.CHASE.COM', 'www.chase.com:8443', 'reader@www.chase.com', 'www.chase.com.']) {
      expect(refusalFor(`https://${host}/`)).toBe('banking');
    }
    expect(refusalFor('https://example.org/www.chase.com?host=localhost')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { type CapturePorts, captureReading, openReading } from '@/lib/app/capture-reading';
import type { PreparedReading } from '@/lib/app/ports/reading-store';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/app/ports/settings';
import type { ReadingReport } from '@/lib/domain/reading/model';
import type { ReadingSpeed } from '@/lib/domain/reading/reading-speed';

const ORIGIN = 'https://course.test';
const SPEED: ReadingSpeed = { wordsPerMinute: 180, hanCharactersPerMinute: 200 };
const SETTINGS: Settings = { ...DEFAULT_SETTINGS, readingTimeScale: 20, hasConsented: true };

function reportOf(url: string, ...texts: readonly string[]): ReadingReport {
  const blocks = texts.map((text, order) => ({
    text,
    kind: 'prose' as const,
    lang: 'en' as const,
    headingPath: ['One'],
    order,
    anchor: { prefix: '', exact: text, suffix: '' },
    dwellMs: 5_000,
    requiredMs: 1_500,
    expectedMs: 2_000,
    rereads: 0,
  }));
  return {
    visit: { visitId: 'v', url, title: 'A page', lang: 'en', activeMs: 9_000, scrollShare: 1 },
    blocks,
  };
}

function setUp(change: Partial<Settings> = {}, allowed = [ORIGIN]) {
  const recorded: PreparedReading[] = [];
  const refusals: string[] = [];
  let isFull = false;
  const ports: CapturePorts = {
    readings: {
      record: async (reading) => {
        if (isFull) return { ok: false, error: 'queue-full' };
        recorded.push(reading);
        return { ok: true, value: { newPassages: reading.passages.length, knownPassages: 0 } };
      },
      noteRefusal: async (_origin, reason) => {
        refusals.push(reason);
      },
      readingSpeed: async () => SPEED,
    },
    sites: { isAllowed: async (origin) => allowed.includes(origin) },
    settings: { read: async () => ({ ...SETTINGS, ...change }) },
    hash: async (text) => `#${text}`,
    now: () => 1_000,
  };
  return {
    ports,
    recorded,
    refusals,
    fill: () => {
      isFull = true;
    },
  };
}

describe('captureReading', () => {
  it('names the page by its canonical address and the passages by origin and text', async () => {
    const { ports, recorded } = setUp();
    const report = reportOf(`${ORIGIN}/a?utm_source=x#part`, 'Heat flows.', '孤立系统的总熵不会减少。');
    expect(await captureReading(ports, report, ORIGIN)).toMatchObject({
      ok: true,
      value: { newPassages: 2 },
    });
    expect(recorded).toMatchObject([
      {
        page: { id: `#${ORIGIN}/a`, url: `${ORIGIN}/a`, origin: ORIGIN, title: 'A page' },
        totals: { id: `v:#${ORIGIN}/a`, activeMs: 9_000, at: 1_000 },
        passages: [
          { passage: { id: `#${ORIGIN}\nHeat flows.`, origin: ORIGIN, createdAt: 1_000 }, dwellMs: 5_000 },
          { passage: { id: `#${ORIGIN}\n孤立系统的总熵不会减少。` }, order: 1 },
        ],
      },
    ]);
  });

  it('takes texts that look alike for the same passage', async () => {
    const { ports, recorded } = setUp();
    await captureReading(
      ports,
      reportOf(ORIGIN, 'A\u200d text  of\u00a0this kind', 'A text of this kind'),
      ORIGIN,
    );
    const [first, second] = recorded[0]?.passages ?? [];
    expect(first?.passage.id).toBe(second?.passage.id);
  });

  it('covers secrets in the address and the title, and takes addresses that differ in them alone for one page', async () => {
    const { ports, recorded } = setUp();
    const address = (token: string) => `${ORIGIN}/a?token=${token}`;
    for (const token of ['s3cr3tTok3nOfOne8f', 'an0therT0kenOfTw0x']) {
      const report = reportOf(address(token), 'Heat flows.');
      const visit = { ...report.visit, title: 'Card 4111 1111 1111 1111' };
      await captureReading(ports, { ...report, visit }, ORIGIN);
    }
    const [first, second] = recorded.map(({ page }) => page);
    expect(first?.title).not.toContain('4111');
    expect(first?.url).not.toContain('s3cr3t');
    expect(first?.url).toMatch(/^https:\/\/course\.test\/a\?token=/);
    expect(first?.id).toBe(second?.id);
  });

  it.each([
    ['an address of another origin than the sender', {}, 'https://bank.test/', 'sender-refused'],
    ['an address that is not of the web', {}, 'file:///etc/passwd', 'sender-refused'],
    ['a pause everywhere', { paused: true }, ORIGIN, 'paused'],
    ['a pause of the site', { pausedOrigins: [`${ORIGIN}:8443`] }, ORIGIN, 'paused'],
  ] as const)('refuses %s and keeps nothing', async (_what, change, url, code) => {
    const { ports, recorded } = setUp(change);
    expect(await captureReading(ports, reportOf(url, 'Heat flows.'), ORIGIN)).toEqual({
      ok: false,
      error: code,
    });
    expect(recorded).toEqual([]);
  });

  it('refuses a site that is not allowed, and leaves no trace of it', async () => {
    const { ports, recorded, refusals } = setUp({}, []);
    expect(await captureReading(ports, reportOf(ORIGIN, 'Heat flows.'), ORIGIN)).toMatchObject({
      error: 'site-not-allowed',
    });
    expect(recorded).toEqual([]);
    expect(refusals).toEqual([]);
  });

  it.each([
    ['takes the site back', 'site-not-allowed', { isAllowed: false, paused: false }, []],
    ['pauses', 'paused', { isAllowed: true, paused: true }, ['paused']],
  ] as const)(
    'keeps nothing when the learner %s while it is prepared',
    async (_what, code, changed, noted) => {
      const { ports, recorded, refusals } = setUp();
      let { isAllowed, paused } = { isAllowed: true, paused: false };
      const late: CapturePorts = {
        ...ports,
        sites: { isAllowed: async () => isAllowed },
        settings: { read: async () => ({ ...SETTINGS, paused }) },
        hash: async (text) => {
          ({ isAllowed, paused } = changed);
          return `#${text}`;
        },
      };
      expect(await captureReading(late, reportOf(ORIGIN, 'Heat flows.'), ORIGIN)).toEqual({
        ok: false,
        error: code,
      });
      expect(recorded).toEqual([]);
      expect(refusals).toEqual(noted);
    },
  );

  it('passes on that the queue is full, and notes it', async () => {
    const { ports, refusals, fill } = setUp();
    fill();
    expect(await captureReading(ports, reportOf(ORIGIN, 'Heat flows.'), ORIGIN)).toMatchObject({
      error: 'queue-full',
    });
    expect(refusals).toEqual(['queue-full']);
  });
});

describe('openReading', () => {
  it('says how fast to read and how fast the learner reads', async () => {
    expect(await openReading(setUp().ports, `${ORIGIN}/a`, ORIGIN)).toMatchObject({
      ok: true,
      value: { active: true, timeScale: 20, speed: SPEED, showIndicator: false },
    });
  });

  it('lets a reader wait while paused, and turns it away where the site is not allowed', async () => {
    expect(await openReading(setUp({ paused: true }).ports, ORIGIN, ORIGIN)).toMatchObject({
      value: { active: false },
    });
    expect(await openReading(setUp({}, []).ports, ORIGIN, ORIGIN)).toEqual({
      ok: false,
      error: 'site-not-allowed',
    });
  });
});

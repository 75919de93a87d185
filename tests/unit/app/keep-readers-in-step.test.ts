import { describe, expect, it } from 'vitest';
import { keepReadersInStep, restartReaders, showTabState } from '@/lib/app/keep-readers-in-step';
import type { OpenTab, ReadingInstruction } from '@/lib/app/ports/reader-host';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/app/ports/settings';

const READ = 'https://course.test/a';
const SETTINGS: Settings = { ...DEFAULT_SETTINGS, readingTimeScale: 5 };

/** A browser with tabs, in some of which a reader answers. What happens to them is written down in order. */
function setUp(tabs: readonly OpenTab[], withReader: readonly number[], change: Partial<Settings> = {}) {
  const log: string[] = [];
  const describeInstruction = (instruction: ReadingInstruction) =>
    instruction.active ? `read x${instruction.timeScale}` : 'stop';
  const ports = {
    readers: {
      registerForGrantedSites: async () => void log.push('register'),
      tabs: async () => [...tabs],
      instruct: async (tabId: number, instruction: ReadingInstruction) => {
        if (withReader.includes(tabId)) log.push(`${tabId}: ${describeInstruction(instruction)}`);
        return withReader.includes(tabId);
      },
      inject: async (tabId: number) => void log.push(`${tabId}: inject`),
      show: async (tabId: number, state: string) => void log.push(`${tabId}: show ${state}`),
    },
    sites: { isAllowed: async (address: string) => address.startsWith('https://course.test') },
    settings: { read: async () => ({ ...SETTINGS, ...change }) },
  };
  return { ports, log };
}

describe('keepReadersInStep', () => {
  it('registers, starts readers that are there and injects the others, on allowed sites only', async () => {
    const { ports, log } = setUp(
      [
        { id: 1, url: READ },
        { id: 2, url: READ },
        { id: 3, url: 'https://other.test/' },
        { id: 4, url: undefined },
      ],
      [1],
    );
    await keepReadersInStep(ports);
    expect(log[0]).toBe('register');
    expect(log.slice(1).sort()).toEqual([
      '1: read x5',
      '1: show reading',
      '2: inject',
      '2: show reading',
      '3: show not-allowed',
      '4: show unreadable',
    ]);
  });

  it('stops the readers of sites that were taken back, whose addresses the browser hides now', async () => {
    const { ports, log } = setUp([{ id: 1, url: undefined }], [1]);
    await keepReadersInStep(ports);
    expect(log).toContain('1: stop');
  });

  it('stops readers where the learner paused', async () => {
    const { ports, log } = setUp([{ id: 1, url: READ }], [1], { pausedOrigins: ['https://course.test'] });
    await keepReadersInStep(ports);
    expect(log).toEqual(['register', '1: show paused', '1: stop']);
  });
});

describe('restartReaders', () => {
  it('stops every reader before it lets them begin anew', async () => {
    const { ports, log } = setUp([{ id: 1, url: READ }], [1]);
    await restartReaders(ports);
    expect(log).toEqual(['1: stop', 'register', '1: show reading', '1: read x5']);
  });
});

describe('showTabState', () => {
  it('shows one tab and leaves its reader alone', async () => {
    const { ports, log } = setUp([{ id: 1, url: READ }], [1]);
    await showTabState(ports, { id: 1, url: READ });
    expect(log).toEqual(['1: show reading']);
  });
});

import { readFileSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';

/**
 * Private memory in bytes of the renderer process that has computed most, which is the extension's once a model ran in it;
 * nothing where the operating system keeps no such account.
 */
export async function processMemory(session: CDPSession): Promise<number | undefined> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const [busiest] = renderers.sort((a, b) => b.cpuTime - a.cpuTime);
  return busiest && privateBytes(busiest.id);
}

function privateBytes(processId: number): number | undefined {
  try {
    const account = readFileSync(`/proc/${processId}/smaps_rollup`, 'utf8');
    const kilobytes = Array.from(account.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm), ([, size]) =>
      Number(size),
    );
    return 1_024 * kilobytes.reduce((sum, size) => sum + size, 0);
  } catch {
    return undefined;
  }
}

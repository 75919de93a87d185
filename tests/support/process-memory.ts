import { readFileSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';

/**
 * Private memory in bytes of the renderer process that holds most of it, which is the extension's while it works and rests;
 * nothing where the operating system keeps no such account.
 */
export async function processMemory(session: CDPSession): Promise<number | undefined> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateBytes(id));
  const known = sizes.filter((bytes) => bytes !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
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

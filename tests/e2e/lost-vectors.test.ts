import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { VECTORS_PER_CHUNK } from '@/lib/storage/schema';
import { bundleForPage } from '../support/bench-page';
import { launchExtension } from '../support/extension';

const COUNT = 3 * VECTORS_PER_CHUNK;

let profileDir: string;
let script: string;

/** Runs something in a page of the extension, in a browser of its own that is closed afterwards. */
async function inBrowser<Value>(expression: string): Promise<Value> {
  const extension = await launchExtension({ profileDir });
  try {
    const page = await extension.openPage('manifest.json');
    await page.evaluate(script);
    return await page.evaluate<Value>(expression);
  } finally {
    await extension.close();
  }
}

/** Large values of the database: the browser keeps each in a file of its own. */
function valueFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.includes('.indexeddb.blob') && statSync(path).isFile());
}

beforeAll(async () => {
  profileDir = await mkdtemp(join(tmpdir(), 'gleaner-lost-'));
  script = await bundleForPage('tests/support/lost-vectors.page.ts');
});
afterAll(() => rm(profileDir, { recursive: true, force: true }));

it('goes on without vectors whose file was lost, and has them made anew', async () => {
  await inBrowser(`bench.seed(${COUNT})`);
  const [lost = ''] = valueFiles(join(profileDir, 'Default', 'IndexedDB'));
  rmSync(lost);
  const left = await inBrowser<Record<string, number>>('bench.goOn()');
  expect(left).toMatchObject({ forgotten: 1, found: 1 });
  expect([COUNT - VECTORS_PER_CHUNK, COUNT - VECTORS_PER_CHUNK - 1]).toContain(left.read);
  expect(left.mean).toBe((left.read ?? 0) + 1);
  expect(left.waiting).toBeGreaterThan(0);
});

import type { Page } from 'playwright-core';
import type { Job, JobKind } from '@/lib/app/job';
import { codedLength, decodeInt8 } from '@/lib/domain/embedding/int8-codec';
import { unpackIds } from '@/lib/domain/embedding/passage-ids';
import type { Passage } from '@/lib/domain/reading/model';
import type { MetaValues } from '@/lib/storage/meta';
import type { VectorChunk } from '@/lib/storage/schema';
import { DATABASE_NAME } from '@/lib/storage/study-db';
import type { LaunchedExtension } from './extension';
import { until } from './until';

export type PassageToRead = Pick<Passage, 'id' | 'text' | 'lang'>;

export interface EnginePage {
  readonly page: Page;
  /** Stores passages with waiting embed jobs, as a capture does, and starts the engine anew so that it finds them. */
  giveToEmbed(passages: readonly PassageToRead[]): Promise<void>;
  /** Vectors by passage, once there are `count`; a passage with two of them is an error. */
  vectors(count: number): Promise<Map<string, Float32Array>>;
  /** A named value, once it is as wanted. */
  meta<Name extends keyof MetaValues>(
    name: Name,
    wanted: (value: MetaValues[Name]) => boolean,
  ): Promise<MetaValues[Name]>;
}

interface StoredChunk {
  readonly passageIds: readonly number[];
  readonly bytes: readonly number[];
}

/** Runs in a page of the extension whose database exists. */
export function storeRows({
  database,
  rows,
}: {
  database: string;
  rows: Record<string, unknown[]>;
}): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const writing = db.transaction(Object.keys(rows), 'readwrite');
      for (const [table, list] of Object.entries(rows))
        for (const row of list) writing.objectStore(table).put(row);
      writing.onerror = () => reject(writing.error);
      writing.oncomplete = () => {
        db.close();
        resolve();
      };
    };
  });
}

/** Runs in a page of the extension: bytes as plain numbers, since a buffer cannot leave the page. */
function readChunks(database: string): Promise<StoredChunk[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const reading = db.transaction('vectorChunks').objectStore('vectorChunks').getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        db.close();
        const chunks: VectorChunk[] = reading.result;
        resolve(
          chunks.map((chunk) => ({
            passageIds: [...chunk.passageIds],
            bytes: [...new Uint8Array(chunk.bytes)],
          })),
        );
      };
    };
  });
}

/** Rows as a capture stores them. */
export function rowsFor(passages: readonly PassageToRead[]): Record<string, unknown[]> {
  return {
    passages: passages.map((passage) => ({
      ...passage,
      kind: 'prose',
      origin: 'http://course.test',
      createdAt: 1,
    })),
    jobs: passages.map(({ id }) => jobRow('embed', id)),
  };
}

/** A job that waits. */
export function jobRow(kind: JobKind, ref: string): Job {
  return {
    id: `${kind}:${ref}`,
    kind,
    ref,
    lane: 'view',
    state: 'pending',
    revision: 1,
    attempts: 0,
    notBefore: 1,
    leaseUntil: 0,
    owner: '',
    createdAt: 1,
  };
}

function decodeChunks(chunks: readonly StoredChunk[]): Map<string, Float32Array> {
  const vectors = new Map<string, Float32Array>();
  for (const { passageIds, bytes } of chunks) {
    const { buffer } = Uint8Array.from(bytes);
    unpackIds(Uint8Array.from(passageIds)).forEach((id, row) => {
      if (vectors.has(id)) throw new Error(`Two vectors of passage ${id}`);
      vectors.set(id, decodeInt8(buffer, row * codedLength()));
    });
  }
  return vectors;
}

/** Opens the engine's document in a tab, where work can be given to it and its doings be watched. */
export async function openEngine(extension: LaunchedExtension): Promise<EnginePage> {
  const page = await extension.openPage('offscreen.html');
  const hasDatabase = () =>
    page.evaluate(
      async (name) => (await indexedDB.databases()).some((db) => db.name === name),
      DATABASE_NAME,
    );
  await until(hasDatabase, (has) => has);
  return {
    page,
    async giveToEmbed(passages) {
      await page.evaluate(storeRows, { database: DATABASE_NAME, rows: rowsFor(passages) });
      await page.reload();
    },
    async vectors(count) {
      const total = (rows: readonly Pick<VectorChunk, 'count'>[]) =>
        rows.reduce((sum, row) => sum + row.count, 0);
      await extension.waitForTable('vectorChunks', (rows) => total(rows) >= count);
      return decodeChunks(await page.evaluate(readChunks, DATABASE_NAME));
    },
    async meta(name, wanted) {
      type Value = MetaValues[typeof name];
      const valueIn = (rows: readonly { readonly name: string; readonly value: unknown }[]) =>
        rows.find((row) => row.name === name)?.value as Value | undefined;
      const rows = await extension.waitForTable('meta', (all) => {
        const value = valueIn(all);
        return value !== undefined && wanted(value);
      });
      return valueIn(rows) as Value;
    },
  };
}

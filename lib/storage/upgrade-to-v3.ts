import type { Transaction } from 'dexie';
import { canPack, headsOf, packIds } from '@/lib/domain/embedding/passage-ids';

type Row = Record<string, unknown>;

/**
 * Version 3 knows lanes of work and kinds of trouble, and packs the ids of a chunk of vectors. Chunks are changed one at a
 * time, never all in memory.
 */
export async function upgradeToV3(transaction: Transaction): Promise<void> {
  await transaction.table('jobs').toCollection().modify(giveLane);
  for (const id of await transaction.table('vectorChunks').toCollection().primaryKeys())
    await packChunk(transaction, id);
}

/** Whatever waited so far came from reading, and said in one line why it had failed. */
function giveLane(row: Row) {
  row.lane = 'view';
  if (row.reason === undefined) return;
  row.trouble = 'unexpected';
  row.detail = row.reason;
  delete row.reason;
}

async function packChunk(transaction: Transaction, id: unknown): Promise<void> {
  const chunks = transaction.table('vectorChunks');
  const chunk: Row = await chunks.get(id);
  const ids = Array.isArray(chunk.passageIds) ? chunk.passageIds.map(String) : [];
  // Without its passages a vector is worth nothing; they are found to have none, and embedded again.
  if (!ids.every(canPack)) return chunks.delete(id);
  const passageIds = packIds(ids);
  await chunks.put({ ...chunk, count: ids.length, passageIds });
  const entry = { id, modelId: chunk.modelId, count: ids.length, heads: headsOf(passageIds) };
  await transaction.table('vectorDirectory').put(entry);
  await transaction.table('meta').put({ name: 'vectorSpace', value: { modelId: chunk.modelId } });
}

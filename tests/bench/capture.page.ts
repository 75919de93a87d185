import { send } from '@/lib/messaging/bus';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { enqueueJob } from '@/lib/storage/job-queue';
import { createStudyDb } from '@/lib/storage/study-db';

const LOOK_MS = 10;

/**
 * Milliseconds from a passage that is captured (its row and its job are written, the background is told) to its vector in
 * the database.
 */
export async function captureAndWait(id: string, text: string): Promise<number> {
  const db = createStudyDb();
  await db.open();
  const startedAt = performance.now();
  await db.transaction('rw', [db.passages, db.jobs, db.meta], async () => {
    await db.passages.put({
      id,
      text,
      kind: 'prose',
      lang: 'en',
      origin: 'http://course.test',
      createdAt: 1,
    });
    await enqueueJob(db, 'embed', id, Date.now());
  });
  await send('study.changed', null);
  const embeddings = createEmbeddingStore(db);
  while ((await embeddings.load([id])).size === 0)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  const durationMs = performance.now() - startedAt;
  db.close();
  return durationMs;
}

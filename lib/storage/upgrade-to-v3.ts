import type { Transaction } from 'dexie';
import type { Job } from '@/lib/app/job';

/** Whatever waited so far came from reading. */
export async function upgradeToV3(transaction: Transaction): Promise<void> {
  await transaction.table<Job>('jobs').toCollection().modify({ lane: 'view' });
}

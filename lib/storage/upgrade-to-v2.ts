import type { Transaction } from 'dexie';

const UNKNOWN_SIGNALS = { means: 'read', requiredMs: 0, expectedMs: 0, rereads: 0 };
const UNKNOWN_AMOUNT = { readWords: 0, readHanCharacters: 0, dwellByPassage: {}, rereadsByPassage: {} };

/** Version 2 keeps more signals of reading, and reasons of decisions as codes. What was not measured before is zero. */
export async function upgradeToV2(transaction: Transaction): Promise<void> {
  await transaction.table('visits').toCollection().modify(addMissing(UNKNOWN_AMOUNT));
  await transaction.table('occurrences').toCollection().modify(addMissing(UNKNOWN_SIGNALS));
  await transaction.table('captureLog').toCollection().modify(codeReason);
}

function addMissing(defaults: Readonly<Record<string, unknown>>) {
  return (row: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(defaults)) row[name] ??= value;
  };
}

/** Version 1 wrote `passages: 3` as the reason of what it kept. */
function codeReason(row: Record<string, unknown>) {
  if (row.decision !== 'captured') return;
  const [, count] = String(row.reason).match(/^passages: (\d+)$/) ?? [];
  row.passages = Number(count ?? 0);
  row.reason = 'read';
}

import type { RoomGauge } from '@/lib/app/ports/room-gauge';

const FILE = 'ballast';
const BALLAST_BYTES = 5 * 1024 * 1024;
const PIECE_BYTES = 64 * 1024;

/**
 * Does what must not fail for want of room, such as storing an answer. When it fails, the ballast is given up and it is
 * done once more; so it must do no harm twice.
 */
export async function withBallast<Value>(work: () => PromiseLike<Value>): Promise<Value> {
  try {
    return await work();
  } catch {
    await releaseBallast();
    return await work();
  }
}

/** Lays room by while there is enough. A file of its own, since its removal frees room at once where a row's needs some first. */
export async function keepBallast(gauge: RoomGauge): Promise<void> {
  const folder = await privateFolder();
  if (folder === undefined || (await isKept(folder)) || (await gauge.state()) === 'short') return;
  const file = await folder.getFileHandle(FILE, { create: true });
  const stream = await file.createWritable();
  for (let written = 0; written < BALLAST_BYTES; written += PIECE_BYTES) {
    // Some file systems press together what repeats itself.
    await stream.write(crypto.getRandomValues(new Uint8Array(PIECE_BYTES)));
  }
  await stream.close();
}

/** Nothing when it is gone already. */
export async function releaseBallast(): Promise<void> {
  const folder = await privateFolder();
  await folder?.removeEntry(FILE).catch(() => undefined);
}

async function isKept(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const file = await folder.getFileHandle(FILE).catch(() => undefined);
  return file !== undefined && (await file.getFile()).size >= BALLAST_BYTES;
}

/** The origin's own file system; absent where there is none. */
async function privateFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  return globalThis.navigator?.storage?.getDirectory?.().catch(() => undefined);
}

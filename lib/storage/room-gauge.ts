import type { RoomGauge } from '@/lib/app/ports/room-gauge';
import { type DiskRoom, diskRoomState } from '@/lib/domain/shared/disk-room';
import { readMeta, writeMeta } from './meta';
import type { StudyDb } from './study-db';

/** The most room ever seen is written down anew when it has grown by so much, not with each write of another program. */
const WORTH_NOTING = 1.5;

/** @param measure what the browser says; absent when it does not tell */
export function createRoomGauge(
  db: StudyDb,
  measure: () => Promise<DiskRoom | undefined> = measureDiskRoom,
): RoomGauge {
  let noted: number | undefined;
  const mostBytes = async ({ freeBytes, usedBytes }: DiskRoom) => {
    noted ??= await readMeta(db, 'mostRoomBytes');
    const allBytes = freeBytes + usedBytes;
    if (allBytes > (noted ?? 0) * WORTH_NOTING) {
      noted = allBytes;
      await writeMeta(db, 'mostRoomBytes', allBytes);
    }
    return noted ?? allBytes;
  };
  return {
    async state() {
      const room = await measure();
      if (room === undefined) return 'enough';
      // A database that cannot be opened for want of room does not tell either.
      return diskRoomState(room, await mostBytes(room).catch(() => 0));
    },
  };
}

/** An extension with unlimited storage may take whatever is free, so its quota is what it has and what is free. */
async function measureDiskRoom(): Promise<DiskRoom | undefined> {
  const { quota, usage } = (await globalThis.navigator?.storage?.estimate()) ?? {};
  if (quota === undefined || usage === undefined) return undefined;
  return { freeBytes: quota - usage, usedBytes: usage };
}

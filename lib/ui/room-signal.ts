import { type ReadonlySignal, signal } from '@preact/signals';
import type { RoomGauge } from '@/lib/app/ports/room-gauge';
import type { DiskRoomState } from '@/lib/domain/shared/disk-room';

/** A disk that fills up, or is tidied, tells nobody. */
const LOOK_AGAIN_MS = 1_000;

/** How much room there is on the disk, as long as something reads the signal. Enough until it is known otherwise. */
export function roomSignal(gauge: RoomGauge): ReadonlySignal<DiskRoomState> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWatched = false;
  const room = signal<DiskRoomState>('enough', {
    watched: () => {
      isWatched = true;
      void look();
    },
    unwatched: () => {
      isWatched = false;
      clearTimeout(timer);
    },
  });
  const look = async () => {
    clearTimeout(timer);
    const state = await gauge.state().catch(() => room.peek());
    if (!isWatched) return;
    room.value = state;
    timer = setTimeout(look, LOOK_AGAIN_MS);
  };
  return room;
}

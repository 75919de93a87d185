import type { DiskRoomState } from '@/lib/domain/shared/disk-room';

/** Says how much room there is on the disk. Cheap enough to ask before each write; `enough` where the browser does not tell. */
export interface RoomGauge {
  state(): Promise<DiskRoomState>;
}

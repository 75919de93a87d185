import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own for a profile, so that a test can use up all of it. */
export interface SmallDisk {
  readonly folder: string;
  freeBytes(): number;
  /** Writes until so much is left, as another program would. Called again, it takes more. */
  fill(leftBytes: number): void;
  /** Takes back all that `fill` wrote. */
  tidy(): void;
  unmount(): void;
}

const PIECE = Buffer.alloc(4096, 'x');

/** In memory, of the given number of megabytes. Undefined where none can be mounted: it takes Linux and its superuser. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-disk-'));
  const mounting = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (mounting.status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const filling = join(folder, 'another-program');
  const freeBytes = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    folder,
    freeBytes,
    fill: (leftBytes) => {
      const file = openSync(filling, 'a');
      while (freeBytes() > leftBytes) writeSync(file, PIECE);
      closeSync(file);
    },
    tidy: () => rmSync(filling),
    unmount: () => {
      spawnSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

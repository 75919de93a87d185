import type { Dexie } from 'dexie';
import { releaseBallast } from './ballast';

/**
 * Makes a database whose opening failed open again with its next use. A write that finds no room on the disk closes every
 * connection, and as long as there is none it cannot be opened either; Dexie would then refuse for good, though room may
 * come back at any time. The ballast is given up for it.
 */
export function reopenAfterFailure(db: Dexie): void {
  let isResetting = false;
  const hasFailedToOpen = () => db.hasFailed() && !db.isOpen();
  const reset = () => {
    if (!hasFailedToOpen()) return;
    isResetting = true;
    db.close({ disableAutoOpen: false });
    isResetting = false;
  };
  db.on('close', () => {
    if (isResetting || !hasFailedToOpen()) return;
    void releaseBallast();
    // Whoever waits for the opening has to hear that it failed first.
    setTimeout(reset);
  });
}

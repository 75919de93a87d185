import { pauseWithoutRoom } from '@/lib/app/pause-without-room';
import type { JobQueue } from '@/lib/app/ports/job-queue';
import { giveBackJobs } from '@/lib/storage/give-back-jobs';
import { createJobQueue } from '@/lib/storage/job-queue';
import { createRoomGauge } from '@/lib/storage/room-gauge';
import type { StudyDb } from '@/lib/storage/study-db';

/** The queue as engine and workers see it: it waits while there is no room on the disk for what they make. */
export function createPatientQueue(db: StudyDb): JobQueue {
  return pauseWithoutRoom(createJobQueue(db), {
    gauge: createRoomGauge(db),
    giveBackAll: (now) => giveBackJobs(db, now),
  });
}

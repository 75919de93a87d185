import { expose } from 'comlink';
import { runNextJob } from '@/lib/app/run-jobs';
import type { AnalysisApi } from '@/lib/engine/worker-api';
import { createJobQueue } from '@/lib/storage/job-queue';
import { createStudyDb } from '@/lib/storage/study-db';

const now = () => Date.now();
const db = createStudyDb();
const queue = createJobQueue(db);

const api: AnalysisApi = {
  async start(_encode) {},
  async runNext(owner) {
    return (await runNextJob({ queue, now }, {}, owner))?.kind;
  },
};

expose(api);

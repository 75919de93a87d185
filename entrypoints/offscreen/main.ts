import { createAnswers } from '@/lib/engine/answers';
import { createEngine } from '@/lib/engine/engine';
import { becomeSoleEngine } from '@/lib/engine/sole-engine';
import { spawnAnswers } from '@/lib/engine/spawn-answers';
import { spawnAnalysis, spawnEmbedder } from '@/lib/engine/spawn-workers';
import { createStatusReporter } from '@/lib/engine/status-reporter';
import { trustPackagedScripts } from '@/lib/engine/trusted-types';
import { handle, send } from '@/lib/messaging/bus';
import { DONE } from '@/lib/messaging/protocol';
import { logFailure } from '@/lib/platform/logger';
import { createJobQueue } from '@/lib/storage/job-queue';
import { readMeta, writeMeta } from '@/lib/storage/meta';
import { createStudyDb } from '@/lib/storage/study-db';
import { version } from '@/package.json';
import { createFirstCards } from './first-cards';

trustPackagedScripts();

const now = () => Date.now();
const db = createStudyDb();
const firstCards = createFirstCards(db);
const status = createStatusReporter((row) => writeMeta(db, 'engineStatus', row), now);

const newEmbedder = () => new Worker(new URL('./embedder.worker.ts', import.meta.url), { type: 'module' });
const newAnalysis = () => new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' });
const newAnswers = () => new Worker(new URL('./answers.worker.ts', import.meta.url), { type: 'module' });

const queue = createJobQueue(db);
const engine = createEngine({
  queue,
  status,
  spawnEmbedder: (signOfLife) =>
    spawnEmbedder(
      {
        newWorker: newEmbedder,
        version,
        isolated: self.crossOriginIsolated,
        cores: navigator.hardwareConcurrency,
        readProbe: () => readMeta(db, 'threadProbe'),
        writeProbe: (probe) => writeMeta(db, 'threadProbe', probe),
        onStarting: () => void status.report('loading'),
        onStarted: (threads) => {
          status.setThreads(threads);
          void status.report('working');
        },
      },
      signOfLife,
    ),
  spawnAnalysis: (encode) => spawnAnalysis(newAnalysis, encode),
  onProgress: () => void firstCards.refresh().then(() => send('study.changed', null)),
  newOwner: () => crypto.randomUUID(),
  now,
});

const answers = createAnswers({
  spawn: () => spawnAnswers(newAnswers, engine.encode),
  newOwner: () => crypto.randomUUID(),
});

const started = becomeSoleEngine()
  .then(() => queue.reclaim(now()))
  // What stood in the way of the last document may be gone.
  .then(() => status.report('idle'))
  .catch((error: unknown) => logFailure('engine.start', error))
  .then(() => engine.wake());

handle('engine.wake', () => {
  void started.then(() => engine.wake());
  return DONE;
});
handle('engine.search', async (request) => {
  await started;
  return { ok: true, value: await answers.ask(request) };
});
handle('engine.try-again', () => {
  void started.then(() => engine.tryAgain());
  return DONE;
});
handle('study.erased', () => {
  engine.reset();
  answers.reset();
  void firstCards.renew();
  return DONE;
});

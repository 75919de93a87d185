import { embedPending } from '@/lib/app/embed-pending';
import { createAnswers } from '@/lib/engine/answers';
import { createEngine } from '@/lib/engine/engine';
import { leaveAtRest } from '@/lib/engine/leave-at-rest';
import { becomeSoleEngine } from '@/lib/engine/sole-engine';
import { spawnAnswers } from '@/lib/engine/spawn-answers';
import { spawnAnalysis, spawnEmbedder } from '@/lib/engine/spawn-workers';
import { createStatusReporter } from '@/lib/engine/status-reporter';
import { createThreadTrial } from '@/lib/engine/thread-trial';
import { trustPackagedScripts } from '@/lib/engine/trusted-types';
import { handle, send } from '@/lib/messaging/bus';
import { DONE } from '@/lib/messaging/protocol';
import { logFailure } from '@/lib/platform/logger';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { readMeta, writeMeta } from '@/lib/storage/meta';
import { createStudyDb } from '@/lib/storage/study-db';
import { createVectorRenewal } from '@/lib/storage/vector-renewal';
import { version } from '@/package.json';
import { createFirstCards } from './first-cards';
import { createPatientQueue } from './patient-queue';

trustPackagedScripts();

const now = () => Date.now();
const db = createStudyDb();
const firstCards = createFirstCards(db);
const status = createStatusReporter((row) => writeMeta(db, 'engineStatus', row), now);

const newEmbedder = () => new Worker(new URL('./embedder.worker.ts', import.meta.url), { type: 'module' });
const newAnalysis = () => new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' });
const newAnswers = () => new Worker(new URL('./answers.worker.ts', import.meta.url), { type: 'module' });

const queue = createPatientQueue(db);
const embeddings = createEmbeddingStore(db);
const device = {
  newWorker: newEmbedder,
  isolated: self.crossOriginIsolated,
  cores: navigator.hardwareConcurrency,
  readProbe: () => readMeta(db, 'threadProbe'),
};
const engine = createEngine({
  queue,
  status,
  spawnEmbedder: (signOfLife) =>
    spawnEmbedder(
      {
        ...device,
        isVerified: async () => (await readMeta(db, 'modelVerified'))?.version === version,
        noteVerified: () => writeMeta(db, 'modelVerified', { version, at: now() }),
        onStarting: () => void status.report('loading'),
        onStarted: (threads) => {
          status.setThreads(threads);
          void status.report('working');
        },
      },
      signOfLife,
    ),
  spawnAnalysis: (encode, signOfLife) => spawnAnalysis(newAnalysis, encode, signOfLife),
  embedPending: (encoder, owner) => embedPending({ queue, embeddings, encoder, now }, owner),
  threadTrial: createThreadTrial({ ...device, writeProbe: (probe) => writeMeta(db, 'threadProbe', probe) }),
  onProgress: () => void firstCards.refresh().then(() => send('study.changed', null)),
  newOwner: () => crypto.randomUUID(),
  now,
});

const answers = createAnswers({
  spawn: () => spawnAnswers(newAnswers, engine.encode),
  newOwner: () => crypto.randomUUID(),
});

const stayFor = leaveAtRest({
  isAtRest: () => engine.isAtRest() && answers.isAtRest(),
  leave: () => self.close(),
});

const renewal = createVectorRenewal(db);
/** Goes on with making vectors anew where another model came, or some were damaged, and takes up what waits. */
const takeUpWork = () =>
  renewal
    .advance(now())
    .catch((error: unknown) => logFailure('vectors.renew', error))
    .then(() => engine.wake());

const started = stayFor(
  becomeSoleEngine()
    .then(() => queue.reclaim(now()))
    // What stood in the way of the last document may be gone.
    .then(() => status.report('idle'))
    .catch((error: unknown) => logFailure('engine.start', error))
    .then(takeUpWork),
);

handle('engine.wake', () => {
  void stayFor(started.then(takeUpWork));
  return DONE;
});
handle('engine.search', async (request) => {
  const answer = await stayFor(started.then(() => answers.ask(request)));
  return { ok: true, value: answer };
});
handle('engine.try-again', () => {
  void stayFor(started.then(() => engine.tryAgain()));
  return DONE;
});
handle('study.erased', () => {
  engine.reset();
  answers.reset();
  void firstCards.renew();
  return DONE;
});

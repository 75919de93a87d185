import { expose } from 'comlink';
import { analysePage } from '@/lib/app/analyse-page';
import type { Job } from '@/lib/app/job';
import { createPause } from '@/lib/app/pause-for-others';
import { refitInterests } from '@/lib/app/refit-interests';
import { runNextJob } from '@/lib/app/run-jobs';
import type { Language } from '@/lib/domain/text/language';
import type { Tagger } from '@/lib/domain/text/token';
import { loadLanguagePriors } from '@/lib/engine/language-priors';
import { createChineseTagger } from '@/lib/engine/taggers/chinese-tagger';
import { createEnglishTagger } from '@/lib/engine/taggers/english-tagger';
import { trustPackagedScripts } from '@/lib/engine/trusted-types';
import type { AnalysisApi, Encode } from '@/lib/engine/worker-api';
import { sha256Hex } from '@/lib/platform/sha256';
import { createAnalysisStore } from '@/lib/storage/analysis-store';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { createInterestStore } from '@/lib/storage/interest-store';
import { createStudyDb } from '@/lib/storage/study-db';
import { createWordVectorStore } from '@/lib/storage/word-vector-store';
import { createPatientQueue } from './patient-queue';

trustPackagedScripts();

const baseUrl = new URL('/', location.href).href;
const now = () => Date.now();
const newId = () => crypto.randomUUID();
const db = createStudyDb();
const queue = createPatientQueue(db);
const embeddings = createEmbeddingStore(db);
const interests = createInterestStore(db);
const priors = loadLanguagePriors(baseUrl);

/** Taggers are some ten megabytes each, so each is loaded with the first page in its language. */
const taggers = new Map<Language, Promise<Tagger>>();
const loadTagger: Record<Language, () => Promise<Tagger>> = {
  en: async () => createEnglishTagger(),
  zh: () => createChineseTagger(`${baseUrl}jieba/jieba_rs_wasm_bg.wasm`),
};

function taggerFor(lang: Language): Promise<Tagger> {
  const tagger = taggers.get(lang) ?? loadTagger[lang]();
  taggers.set(lang, tagger);
  // A failure is not kept: the next page tries again.
  tagger.catch(() => taggers.delete(lang));
  return tagger;
}

let signOfLife = () => {};
let encode: Encode = () => Promise.reject(new Error('The analysis was not started.'));

const ports = {
  analyses: createAnalysisStore(db),
  embeddings,
  interests,
  words: createWordVectorStore(db),
  encoder: { encode: (...call: Parameters<Encode>) => encode(...call) },
  taggerFor,
  hash: sha256Hex,
};

const analyse = async (job: Job) => analysePage(job, ports, { priors: await priors, now: now() });

/** A page in view does not wait for a refit. */
const pauseFor = (owner: string) =>
  createPause({
    now,
    takeTurns: () => new Promise((resolve) => setTimeout(resolve)),
    signOfLife: () => signOfLife(),
    urgent: async () => (await runNextJob({ queue, now }, { analyse }, owner)) !== undefined,
  });

const api: AnalysisApi = {
  async start(borrowed, onLife) {
    encode = borrowed;
    signOfLife = onLife;
  },
  async runNext(owner) {
    const refit = async (job: Job) =>
      refitInterests(job, ports, { priors: await priors, now: now(), newId, pause: pauseFor(owner) });
    const done = await runNextJob({ queue, now }, { analyse, refit }, owner);
    return done?.kind;
  },
};

expose(api);

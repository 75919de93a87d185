import { expose } from 'comlink';
import { createSearchIndex } from '@/lib/app/search-index';
import { searchReading } from '@/lib/app/search-reading';
import { loadLanguagePriors } from '@/lib/engine/language-priors';
import type { AnswersApi, Encode } from '@/lib/engine/worker-api';
import { createSearchSource } from '@/lib/storage/search-source';
import { createVectorChunks } from '@/lib/storage/stored-vectors';
import { createStudyDb } from '@/lib/storage/study-db';

const baseUrl = new URL('/', location.href).href;
const db = createStudyDb();
const source = createSearchSource(db);
const wait = (durationMs: number) => new Promise<void>((resolve) => setTimeout(resolve, durationMs));

let encode: Encode = () => Promise.reject(new Error('The answers were not started.'));

const ports = {
  index: createSearchIndex({
    source,
    vectors: createVectorChunks(db),
    loadPriors: () => loadLanguagePriors(baseUrl),
    pause: () => wait(0),
  }),
  source,
  encoder: { encode: (...call: Parameters<Encode>) => encode(...call) },
  wait,
};

const api: AnswersApi = {
  async start(borrowed) {
    encode = borrowed;
  },
  search: (request) => searchReading(ports, request),
};

expose(api);

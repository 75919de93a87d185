import { trustPackagedScripts } from '@/lib/engine/trusted-types';

export { plantPassages, plantVectors } from './planted-reading';
export { startAnswers, timeAnswers, timeQuestions, timeScans, workerBytes } from './search-answers';
export { compareWithExact, loadVectors, timeVectorQueries } from './search-vectors';

trustPackagedScripts();

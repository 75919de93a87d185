import { BaseSequencer } from 'vitest/node';

/** Test files that take longer than half a minute, longest first. */
const LONGEST = [
  'never',
  'engine-faults',
  'modern-pages',
  'natural-death',
  'engine-deaths',
  'disk-full',
  'loop',
  'hosts',
  'service-worker-stops',
  'pdf-reader',
].map((name) => `/e2e/${name}.test.ts`);

function rankOf({ moduleId }) {
  const rank = LONGEST.findIndex((name) => moduleId.endsWith(name));
  return rank < 0 ? LONGEST.length : rank;
}

/** Starts long files first, so that no worker is still busy with one when the others have nothing left to do. */
export class LongestFirst extends BaseSequencer {
  async sort(files) {
    const usual = await super.sort(files);
    return usual.sort((a, b) => rankOf(a) - rankOf(b));
  }
}

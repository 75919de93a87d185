import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longer than half a minute, longest first. */
const LONGEST = [
  'service-worker-stops',
  'engine-deaths',
  'never',
  'modern-pages',
  'pdf-reader',
  'loop',
  'network',
  'hosts',
].map((name) => `/e2e/${name}.test.ts`);

/** Starts long files first, so that no worker is still busy with one when the others have nothing left to do. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return rank < 0 ? LONGEST.length : rank;
    };
    return usual.sort((a, b) => rankOf(a) - rankOf(b));
  }
}

import { describe, expect, it } from 'vitest';
import { pageTitle } from '@/lib/capture/page-title';
import { chooseAdapter } from '@/lib/capture/root/choose-adapter';
import { findPageBlocks } from '@/lib/capture/root/find-page-blocks';
import { adaptersFor } from '@/lib/domain/reading/adapters';
import { listProjectFiles, readProjectFile } from '../../support/source-tree';

interface Expectation {
  /** The page of another site that is built the same; its own when absent. */
  readonly page?: string;
  readonly url: string;
  readonly title: string;
  /** Blocks that a reader came for. */
  readonly kept: readonly { readonly kind: string; readonly text: string }[];
  /** Beginnings of what surrounds them. */
  readonly dropped: readonly string[];
}

const FOLDER = 'tests/fixtures/sites';
const names = listProjectFiles(FOLDER)
  .filter((path) => path.endsWith('.json'))
  .map((path) => path.slice(FOLDER.length + 1, -'.json'.length));

function openFixture(name: string) {
  const expected = JSON.parse(readProjectFile(`${FOLDER}/${name}.json`)) as Expectation;
  document.open();
  document.write(readProjectFile(`${FOLDER}/${expected.page ?? name}.html`));
  document.close();
  const adapter = chooseAdapter(document, adaptersFor(expected.url));
  const blocks = [...findPageBlocks(document, adapter ? { adapter } : {})].filter(
    (block) => block !== undefined,
  );
  return { expected, adapter, blocks };
}

describe.each(names)('a page as %s builds it', (name) => {
  it('is known by its adapter', () => {
    const { adapter } = openFixture(name);
    expect(adapter && name.startsWith(adapter.id)).toBe(true);
  });

  it('is read for what a learner came for', () => {
    const { expected, blocks } = openFixture(name);
    const found = blocks.map(({ kind, text }) => ({ kind, text }));
    expect(found).toEqual(
      expect.arrayContaining(expected.kept.map((block) => expect.objectContaining(block))),
    );
  });

  it('is not read for what surrounds it', () => {
    const { expected, blocks } = openFixture(name);
    const all = blocks.map(({ text }) => text).join('\n');
    expect(expected.dropped.filter((beginning) => all.includes(beginning))).toEqual([]);
  });

  it('is called by its title', () => {
    const { expected, adapter } = openFixture(name);
    expect(pageTitle(document, adapter)).toBe(expected.title);
  });
});

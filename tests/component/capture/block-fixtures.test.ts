import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksIn, listBlock } from '../../support/listed-blocks';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/pages');
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -'.html'.length));

describe('pages with maths and code', () => {
  it.each(NAMES)('%s', (name) => {
    const page = new DOMParser().parseFromString(
      readFileSync(join(FOLDER, `${name}.html`), 'utf8'),
      'text/html',
    );
    document.documentElement.lang = page.documentElement.lang;
    document.body.replaceChildren(...page.body.childNodes);
    const listed = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
    expect(blocksIn(document.body).map(listBlock)).toEqual(listed);
  });
});

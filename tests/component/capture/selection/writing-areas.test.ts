import { beforeEach, describe, expect, it } from 'vitest';
import { readSelection } from '@/lib/capture/selection/read-selection';

const DRAFT = 'My private draft says that the answer of the exam is forty two.';
const PROSE = 'An ordinary paragraph about hash tables and how they keep keys apart.';

beforeEach(() => {
  document.designMode = 'off';
});

/** Reads what is selected once all of an element is. */
function select(selector: string, html: string) {
  document.body.innerHTML = html;
  const chosen = document.querySelector(selector);
  if (chosen === null) throw new Error('Nothing to select');
  getSelection()?.selectAllChildren(chosen);
  return readSelection(window);
}

describe('what the learner is writing is not learned', () => {
  it.each([
    [
      'in Monaco',
      `<div class="monaco-editor"><div class="view-lines"><div id="x">${DRAFT}</div></div></div>`,
    ],
    ['in Ace', `<div class="ace_editor"><div id="x">${DRAFT}</div></div>`],
    ['in CodeMirror 5', `<div class="CodeMirror"><textarea></textarea><pre id="x">${DRAFT}</pre></div>`],
    ['in CodeMirror 6', `<div class="cm-editor"><div contenteditable="true" id="x">${DRAFT}</div></div>`],
    ['in a text box', `<div role="textbox"><div id="x">${DRAFT}</div></div>`],
    ['in plain editable text', `<div contenteditable="plaintext-only"><p id="x">${DRAFT}</p></div>`],
  ])('%s', (_place, html) => {
    expect(select('#x', `<p>${PROSE}</p>${html}`)).toEqual({ ok: false, error: 'editable' });
  });

  it.each(['contenteditable="true"', 'role="textbox"', 'class="ace_editor"'])(
    'within a selection around it: %s',
    (writing) => {
      const html = `<aside><span>Note</span><div ${writing}>${DRAFT}</div><span>End</span></aside>`;
      expect(select('aside', html)).toEqual({ ok: false, error: 'too-short' });
      const read = select('main', `<main><p>${PROSE}</p><div ${writing}><p>${DRAFT}</p></div></main>`);
      expect(read).toMatchObject({ ok: true, value: { blocks: [{ text: PROSE }] } });
      expect(JSON.stringify(read)).not.toContain('draft');
    },
  );
});

describe('what the learner is writing is not kept as what stands around a selection', () => {
  it.each(['contenteditable="true"', 'role="textbox"', 'class="monaco-editor"'])('%s', (writing) => {
    const html = `<h1 ${writing}>${DRAFT}</h1><div ${writing}>${DRAFT}</div><p>${PROSE}</p><div ${writing}>${DRAFT}</div>`;
    const read = select('p', html);
    expect(read).toMatchObject({
      ok: true,
      value: { blocks: [{ headingPath: [], anchor: { prefix: '', suffix: '' } }] },
    });
    expect(JSON.stringify(read)).not.toContain('draft');
  });

  it('within a heading', () => {
    const read = select('p', `<h1>Tables <span role="textbox">${DRAFT}</span></h1><p>${PROSE}</p>`);
    expect(JSON.stringify(read)).not.toContain('draft');
    expect(read).toMatchObject({ ok: true, value: { blocks: [{ headingPath: ['Tables'] }] } });
  });
});

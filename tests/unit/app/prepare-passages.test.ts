import { describe, expect, it } from 'vitest';
import { type BlockToKeep, preparePassages } from '@/lib/app/prepare-passages';
import { REDACTION_MARK } from '@/lib/domain/privacy/redact';

const ORIGIN = 'https://course.test';
const CARD = '4111 1111 1111 1111';
const preparation = { origin: ORIGIN, at: 1_000, hash: async (text: string) => `#${text}` };

function block(change: Partial<BlockToKeep> = {}): BlockToKeep {
  const text = change.text ?? 'Heat flows from warm to cold.';
  return {
    text,
    kind: 'prose',
    lang: 'en',
    headingPath: ['Heat'],
    order: 3,
    anchor: { prefix: 'Before it.', exact: text.slice(0, 128), suffix: 'After it.' },
    means: 'read',
    dwellMs: 5_000,
    requiredMs: 1_500,
    expectedMs: 4_000,
    rereads: 1,
    ...change,
  };
}

async function prepare(change: Partial<BlockToKeep>) {
  const [prepared] = await preparePassages([block(change)], preparation);
  if (!prepared) throw new Error('Nothing was prepared');
  return prepared;
}

describe('preparePassages', () => {
  it('parts what is said from where it stands, and names the text by origin and wording', async () => {
    expect(await prepare({ codeLanguage: 'rust', filePage: 7 })).toEqual({
      passage: {
        id: `#${ORIGIN}\nHeat flows from warm to cold.`,
        text: 'Heat flows from warm to cold.',
        kind: 'prose',
        lang: 'en',
        codeLanguage: 'rust',
        origin: ORIGIN,
        createdAt: 1_000,
      },
      headingPath: ['Heat'],
      order: 3,
      anchor: { prefix: 'Before it.', exact: 'Heat flows from warm to cold.', suffix: 'After it.' },
      means: 'read',
      dwellMs: 5_000,
      requiredMs: 1_500,
      expectedMs: 4_000,
      rereads: 1,
      filePage: 7,
    });
  });

  it('leaves no secret in the text, the headings or the words around it', async () => {
    const prepared = await prepare({
      text: `Pay with ${CARD} and be done.`,
      headingPath: [`Card ${CARD}`],
      anchor: { prefix: `is ${CARD}`, exact: `Pay with ${CARD}`, suffix: `or ${CARD}` },
    });
    expect(JSON.stringify(prepared)).not.toMatch(/4111|1111/);
    expect(prepared.passage.text).toContain(REDACTION_MARK);
    expect(prepared.anchor.exact).toBe(prepared.passage.text);
  });

  it('leaves nothing of a secret that the words around it cut in two', async () => {
    const anchor = { prefix: '11 1111 1111. Below', exact: '', suffix: 'Number 4111 1111 11' };
    const prepared = await prepare({ anchor });
    expect(prepared.anchor).toMatchObject({
      prefix: '▮▮ ▮▮▮▮ ▮▮▮▮. Below',
      suffix: 'Number ▮▮▮▮ ▮▮▮▮ ▮▮',
    });
  });

  it('takes texts that differ in a secret only for one', async () => {
    const [one, other] = await Promise.all(
      ['4111 1111 1111 1111', '5500 0000 0000 0004'].map((card) =>
        prepare({ text: `Pay with ${card} now.` }),
      ),
    );
    expect(one?.passage.id).toBe(other?.passage.id);
  });

  it('keeps formulas at their places, and gives up the one that was covered', async () => {
    const text = `Since E=mc² holds, ${CARD} is a card and a²+b²=c² too.`;
    const at = (symbols: string) => ({
      start: text.indexOf(symbols),
      end: text.indexOf(symbols) + symbols.length,
    });
    const { passage } = await prepare({
      text,
      formulas: [
        { ...at('E=mc²'), tex: 'E=mc^2' },
        { ...at(CARD), tex: CARD },
        { ...at('a²+b²=c²'), mathml: '<math/>' },
      ],
    });
    const symbols = passage.formulas?.map(({ start, end }) => passage.text.slice(start, end));
    expect(symbols).toEqual(['E=mc²', 'a²+b²=c²']);
    expect(passage.formulas).toMatchObject([{ tex: 'E=mc^2' }, { mathml: '<math/>' }]);
  });
});

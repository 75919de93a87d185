import { describe, expect, it } from 'vitest';
import { looksLikeMarkdown, markUpPlainText } from '@/lib/domain/imports/plain-text';

describe('a text without markup', () => {
  it('has its paragraphs between empty lines', () => {
    const text = 'One line,\nand another of it.\n\nThe second paragraph.';
    expect(markUpPlainText(text)).toBe('<p>One line,\nand another of it.</p>\n<p>The second paragraph.</p>');
  });

  it('has a paragraph in each line where there are no empty ones', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `　　第${i}句话，讲的是同一件事。`);
    const marked = markUpPlainText(lines.join('\r\n'));
    expect(marked.match(/<p>/g)).toHaveLength(40);
    expect(marked).toContain('<p>第7句话，讲的是同一件事。</p>');
  });

  it.each(['第一章 蒸发', '第12回', '序言', 'Chapter 3: Clouds', 'PART II', 'Epilogue'])(
    'has a heading where a line names a chapter: %s',
    (line) => {
      expect(markUpPlainText(`Before it.\n\n${line}\n\nBehind it.`)).toContain(`<h2>${line}</h2>`);
    },
  );

  it.each([
    'Chapter and verse were quoted to him.',
    'Part of the water evaporates every single day, and the rest of it flows on to the sea as before.',
    '第一章讲的是蒸发，第二章讲的是凝结，第三章讲的是降水，最后一章把它们都连在一起，说明水为什么从来不会用完，又为什么到处都缺。',
    'Booking is open.',
  ])('has no heading where a line only begins like one: %s', (line) => {
    expect(markUpPlainText(`Before it.\n\n${line}\n\nBehind it.`)).not.toContain('<h2>');
  });

  it('stays text, whatever it says', () => {
    expect(markUpPlainText('a < b & <script>alert("1")</script>')).toBe(
      '<p>a &lt; b &amp; &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</p>',
    );
  });
});

describe('Markdown without a name', () => {
  it.each(['# A title\n\nText.', 'Text.\n\n```js\nlet a;\n```', '| a | b |\n| --- | :-: |\n| 1 | 2 |'])(
    'is known by its signs: %j',
    (text) => {
      expect(looksLikeMarkdown(text)).toBe(true);
    },
  );

  it.each([
    'A #hashtag in a sentence.',
    'Wait ---- no, go on.',
    'C# is a language.\n\n#1 is not.',
    '2 * 3 * 4 = 24',
  ])('is not seen in other texts: %j', (text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '@/lib/interop/markdown';

const markup = (text: string) => renderMarkdown(text)?.markup.trim();

describe('Markdown', () => {
  it.each([
    ['# A\n\n## B', '<h1>A</h1>\n<h2>B</h2>'],
    ['> said', '<blockquote>\n<p>said</p>\n</blockquote>'],
    ['```python\na < b\n```', '<pre><code class="language-python">a &lt; b\n</code></pre>'],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
  ])('is markup: %j', (text, wanted) => {
    expect(markup(text)).toBe(wanted);
  });

  it('has tables', () => {
    expect(markup('| a | b |\n| - | - |\n| 1 | 2 |')).toContain('<th>a</th>');
  });

  it.each([
    ['with $a < b$ in it', '<p>with <span data-tex="a &lt; b"></span> in it</p>'],
    ['$$\nx^2 + "1"\n$$', '<div data-tex="\nx^2 + &quot;1&quot;\n" data-display="true"></div>'],
    ['and $x_1$，then', '<p>and <span data-tex="x_1"></span>，then</p>'],
  ])('has formulas: %j', (text, wanted) => {
    expect(markup(text)).toBe(wanted);
  });

  it.each([
    'costs $5 and $6 there',
    'from $5-$10 a piece',
    'only $ 3 $ here',
    'escaped \\$a$ b',
    '`$a$` is code',
  ])('takes no price for a formula: %j', (text) => {
    expect(markup(text)).not.toContain('data-tex');
  });

  it('reads a title above the text, and nothing else of what stands there', () => {
    expect(renderMarkdown('---\ntitle: "Notes on water"\ntags: [a]\n---\nText.')).toEqual({
      title: 'Notes on water',
      markup: '<p>Text.</p>\n',
    });
  });

  it.each(['[', '*', '`', '<', '$', '>', '_', '~', '| a '])(
    'takes time in proportion to its length: %s',
    (sign) => {
      const start = performance.now();
      renderMarkdown(sign.repeat(20_000));
      expect(performance.now() - start).toBeLessThan(3_000);
    },
  );
});

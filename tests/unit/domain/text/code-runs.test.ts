import { describe, expect, it } from 'vitest';
import { findCodeRuns } from '@/lib/domain/text/code-runs';

/** The text with everything that counts as code taken out. */
function prose(text: string): string {
  const isCode = findCodeRuns(text);
  return [...text]
    .filter((_, i) => !isCode(i))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('findCodeRuns', () => {
  it.each([
    ['Edit /etc/apt/sources.list now', 'Edit now'],
    ['编辑/etc/apt/sources.list文件', '编辑文件'],
    ['See https://example.org/a?b=c, please', 'See please'],
    ['Write to me@example.org today', 'Write to today'],
    ['Set x=1 and snake_case to 2', 'Set and to 2'],
    ['Call os.path.join(a) or print("x")', 'Call or'],
    ['Run ls --all -l in ~/notes', 'Run ls in'],
    ['Use %s or #include here', 'Use or here'],
    ['文件 main.py 和 std::vector 类型', '文件 和 类型'],
  ])('%s', (text, expected) => {
    expect(prose(text)).toBe(expected);
  });

  it.each([
    'The range() function counts.',
    'Input/output of a client/server system (see below).',
    'The U.S. economy, e.g. AT&T and R&D, grew 3.5% to $5.',
    'A state-of-the-art “neural network”; it works!',
    'C++ and C# are languages.',
    '机器学习（machine learning）是GPT-4o的基础。',
  ])('leaves prose alone: %s', (text) => {
    expect(prose(text)).toBe(text);
  });

  it.each(['a', '/', '.', '"', '(', 'a.', '_', 'a('])('takes linear time on 200,000 units of %j', (unit) => {
    const startedAt = performance.now();
    findCodeRuns(unit.repeat(200_000 / unit.length));
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });
});

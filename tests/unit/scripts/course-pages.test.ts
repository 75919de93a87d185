import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listCoursePages } from '@/scripts/tour/course-pages';

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'course-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('listCoursePages', () => {
  it('follows the order of the index, once a page, then takes the rest by name', () => {
    const folder = folderOf({
      'index.html': '<a href="b.html#top">b</a> <a href="en/x.html?y=1">x</a> <a href="b.html">again</a>',
      'a10.html': '',
      'a9.html': '',
      'b.html': '',
      'en/x.html': '',
      'style.css': '',
    });
    expect(listCoursePages(folder)).toEqual(['/b.html', '/en/x.html', '/a9.html', '/a10.html']);
  });

  it('leaves out indexes, searches, other sites, files that are not there and files above the folder', () => {
    const folder = folderOf({
      'index.html': '<a href="index.zh.html"></a><a href="genindex.html"></a><a href="search.html"></a>',
      'index.zh.html':
        '<a href="https://example.org/x.html"></a><a href="gone.html"></a><a href="../up.html"></a><a href="one.html"></a>',
      'genindex.html': '',
      'search.html': '',
      'one.html': '',
    });
    expect(listCoursePages(folder)).toEqual(['/one.html']);
  });

  it('stops at the limit', () => {
    expect(listCoursePages(folderOf({ 'a.html': '', 'b.html': '', 'c.html': '' }), 2)).toEqual([
      '/a.html',
      '/b.html',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { findAliases } from '@/lib/domain/exercises/find-aliases';

describe('findAliases', () => {
  it('finds the acronym or its meaning behind an English term', () => {
    const text = 'The Free Software Foundation (FSF) wrote it. JSON (JavaScript Object Notation) is text.';
    expect(findAliases('Free Software Foundation', text, 'en')).toEqual(['FSF']);
    expect(findAliases('JSON', text, 'en')).toEqual(['JavaScript Object Notation']);
  });

  it('takes no other remark in brackets', () => {
    expect(findAliases('loaf', 'A loaf (often round) is baked.', 'en')).toEqual([]);
  });

  it('finds the foreign name of a Chinese term and the Chinese one of a foreign term', () => {
    const text = '每个文件系统（file system）都有根。GUI（图形用户界面）很常见。端口（587）不是别名。';
    expect(findAliases('文件系统', text, 'zh')).toEqual(['file system']);
    expect(findAliases('GUI', text, 'zh')).toEqual(['图形用户界面']);
    expect(findAliases('端口', text, 'zh')).toEqual([]);
  });
});

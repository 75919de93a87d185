import { describe, expect, it } from 'vitest';
import { adaptersFor, SITE_ADAPTERS } from '@/lib/domain/reading/adapters';

const idsFor = (address: string) => adaptersFor(address).map(({ id }) => id);

describe('adaptersFor', () => {
  it.each([
    ['https://www.coursera.org/learn/soil/lecture/a/b', 'coursera'],
    ['https://courses.edx.org/xblock/block-v1:x', 'edx'],
    ['https://zh.khanacademy.org/math', 'khan-academy'],
    ['https://ocw.mit.edu/courses/18-01/', 'mit-opencourseware'],
    ['https://developer.mozilla.org/zh-CN/docs/Web', 'mdn'],
    ['https://zh.wikipedia.org/wiki/水', 'wikipedia'],
    ['https://arxiv.org/html/2401.00001', 'arxiv'],
    ['https://www.icourse163.org/learn/X-1', 'icourse163'],
    ['https://www.xuetangx.com/learn/X/X/1/video/2', 'xuetangx'],
    ['https://www.runoob.com/python3/', 'runoob'],
    ['https://www.youtube.com/watch?v=a', 'youtube'],
    ['https://www.bilibili.com/video/BV1', 'bilibili'],
  ])('%s has %s', (address, id) => {
    expect(idsFor(address)).toEqual([id]);
  });

  it('offers the software that schools run under their own names everywhere else', () => {
    expect(idsFor('https://learn.school.test/mod/page')).toEqual(['canvas', 'moodle', 'open-edx']);
  });

  it.each(['https://notyoutube.com/', 'https://youtube.com.evil.test/', 'https://edx.org.test/'])(
    'does not take %s for a site it ends or begins like',
    (address) => {
      expect(idsFor(address)).toEqual(['canvas', 'moodle', 'open-edx']);
    },
  );

  it('has nothing for an address that is none', () => {
    expect(idsFor('not an address')).toEqual([]);
  });
});

describe.each(SITE_ADAPTERS.map((adapter) => [adapter.id, adapter] as const))('%s', (_id, adapter) => {
  it('covers every host only where a mark tells its pages', () => {
    expect(adapter.hosts.includes('*')).toBe(adapter.mark !== undefined);
  });

  it('has marks that can be looked for one by one', () => {
    for (const selector of (adapter.mark ?? '').split(','))
      expect(selector.replace(/\([^()]*\)|\[[^[\]]*\]|"[^"]*"/g, '')).not.toMatch(/[()[\]"]/);
  });

  it('says where the content is', () => {
    expect(adapter.root.length).toBeGreaterThan(0);
  });
});

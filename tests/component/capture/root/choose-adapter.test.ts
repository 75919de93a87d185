import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseAdapter } from '@/lib/capture/root/choose-adapter';
import type { SiteAdapter } from '@/lib/domain/reading/site-adapter';

const MARK = 'body.school, body[id^="course-"], #lesson .unit, body.plain .unit';
const marked: SiteAdapter = { id: 'marked', hosts: ['*'], mark: MARK, root: ['main'], drop: [] };
const { mark: _, ...unmarked } = { ...marked, id: 'unmarked' };

function open(bodyAttributes: string, inside = ''): void {
  document.documentElement.innerHTML = `<body ${bodyAttributes}>${inside}</body>`;
}

afterEach(() => open(''));

describe('the description that fits a page', () => {
  it.each([
    ['a class of the body', 'class="school"', ''],
    ['an attribute of the body', 'id="course-7"', ''],
    ['an element', '', '<div id="lesson"><p class="unit">'],
    ['an element of such a body', 'class="plain"', '<p class="unit">'],
  ])('is known by %s', (_what, bodyAttributes, inside) => {
    open(bodyAttributes, inside);
    expect(chooseAdapter(document, [marked, unmarked])?.id).toBe('marked');
  });

  it('is not one whose mark is missing', () => {
    open('class="other"', '<div class="school"><p class="unit">');
    expect(chooseAdapter(document, [marked, unmarked])?.id).toBe('unmarked');
    expect(chooseAdapter(document, [marked])).toBeUndefined();
  });

  it('does not send the browser through the whole page', () => {
    open('', '<p>Anything</p>');
    const query = vi.spyOn(document, 'querySelector');
    chooseAdapter(document, [marked]);
    expect(query.mock.calls.map(([selector]) => selector)).toEqual(['#lesson .unit', 'body.plain .unit']);
  });
});

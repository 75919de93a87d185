import { describe, expect, it } from 'vitest';
import { isReadFromOutside } from '@/lib/capture/scout/frame-role';
import { hasReadingMatter } from '@/lib/capture/scout/reading-matter';

const PARAGRAPH = '<p>A paragraph that can be read.</p>';

describe('hasReadingMatter', () => {
  it.each([
    ['a paragraph', PARAGRAPH, true],
    ['a short Chinese sentence', '<p>水在一百度时沸腾。</p>', true],
    ['nothing', '', false],
    ['a name and a number', '<h1>Bread</h1><p>42</p>', false],
    [
      'menus and buttons',
      '<nav>All the lessons of the course</nav><button>Begin the next lesson</button>',
      false,
    ],
    ['links alone', '<ul><li><a href="/">How bread is made at home</a></li></ul>', false],
    [
      'scripts and styles',
      '<style>.lesson { color: red }</style><template>A long template text</template>',
      false,
    ],
    ['what a learner writes', '<textarea>A draft that the learner writes</textarea>', false],
    [
      'a form that shadows the tree',
      `<form><input name="shadowRoot"><input name="localName">${PARAGRAPH}</form>`,
      true,
    ],
  ])('judges %s', (_name, html, expected) => {
    document.body.innerHTML = html;
    expect(hasReadingMatter(document)).toBe(expected);
  });

  it('looks into open shadow roots', () => {
    document.body.innerHTML = '<div></div>';
    document
      .querySelector('div')
      ?.attachShadow({ mode: 'open' })
      .append('A text that only the component shows');
    expect(hasReadingMatter(document)).toBe(true);
  });

  it('looks at 4,000 nodes at most, and leaves the rest to the reader', () => {
    document.body.innerHTML = '<i></i>'.repeat(3_999);
    expect(hasReadingMatter(document)).toBe(false);
    document.body.innerHTML = '<i></i>'.repeat(4_001);
    expect(hasReadingMatter(document)).toBe(true);
  });
});

describe('isReadFromOutside', () => {
  const frame = (parent: object, origin = 'https://course.test') => {
    const view: Record<string, unknown> = { origin };
    view.parent = parent === view ? view : parent;
    return view as unknown as Window;
  };

  it('leaves frames to the page around them when that has their origin', () => {
    expect(isReadFromOutside(frame({ document: {} }))).toBe(true);
  });

  it('lets frames in pages of other origins, whose documents are closed to them, speak for themselves', () => {
    const closed = Object.defineProperty({}, 'document', {
      get: () => {
        throw new DOMException('Blocked', 'SecurityError');
      },
    });
    expect(isReadFromOutside(frame(closed))).toBe(false);
  });

  it('lets frames without an origin rest', () => {
    expect(isReadFromOutside(frame({}, 'null'))).toBe(true);
  });

  it('reads the page itself', () => {
    expect(isReadFromOutside(window)).toBe(false);
  });
});

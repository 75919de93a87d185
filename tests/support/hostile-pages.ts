const page = (body: string, script = '') =>
  `<!doctype html><html lang="en"><head><title>A page</title></head><body>${body}<script>${script}</script></body></html>`;

const START = '<main id="main"><p>At the top stands a paragraph that can be read.</p></main>';

/** Says too little to be kept, so that nothing ends a walk through many of them early. */
const BUILD_LINES = `
  const line = document.createElement('p');
  line.innerHTML = 'No <b>1</b> <i>x</i>';
  const lines = (count) => {
    const part = document.createDocumentFragment();
    for (let index = 0; index < count; index += 1) part.append(line.cloneNode(true));
    return part;
  };`;

/** Pages that are as costly to look through as pages can be, by path. */
export const HOSTILE_PAGES = {
  // A hundred thousand lines of six nodes each.
  '/many-nodes.html': page(START, `${BUILD_LINES} main.append(lines(100_000));`),
  // So deep that a walk by recursion ends in an overflow of the stack: Chromium's own layout does, were it shown.
  '/deep.html': page(
    `<style>.deep { display: none }</style>${START}`,
    `let inner = main.appendChild(document.createElement('div'));
    inner.className = 'deep';
    for (let depth = 0; depth < 10_000; depth += 1) inner = inner.appendChild(document.createElement('div'));
    inner.textContent = 'At the bottom stands another paragraph.';`,
  ),
  '/endless-mutation.html': page(
    START,
    `${BUILD_LINES}
    main.append(lines(2_000));
    let turn = 0;
    setInterval(() => {
      turn += 1;
      main.firstElementChild.nextSibling.remove();
      main.append(lines(1));
      main.lastElementChild.firstChild.data = 'Line ' + turn + ' ';
    }, 4);`,
  ),
  '/long-text.html': page(START, `main.append('All in one text node. '.repeat(500_000));`),
  // Of the same origin, so that their text is looked through with the page's.
  '/many-frames.html': page(
    START,
    `for (let index = 0; index < 1_000; index += 1) {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.contentDocument.body.append('A text in frame ' + index + ' of the same origin.');
    }`,
  ),
  // Each loaded by itself, so that a script of ours comes to each.
  '/many-loaded-frames.html': page(
    START,
    `for (let index = 0; index < 1_000; index += 1) {
      const frame = document.createElement('iframe');
      frame.src = '/frame.html';
      frame.width = 400;
      frame.height = 300;
      document.body.append(frame);
    }`,
  ),
  '/frame.html': page('<p>A paragraph in a frame.</p>'),
} as const satisfies Readonly<Record<string, string>>;

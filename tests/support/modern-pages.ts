const page = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
const paragraphs = (...texts: readonly string[]) =>
  `<main>${texts.map((text) => `<p>${text}</p>`).join('')}</main>`;

/** The text of a route of the single-page application. */
export const routeText = (route: number) => `Route number ${route} explains a matter of its own.`;

/** Goes from route to route: the address first, then what it shows, the title last. A reader sees each for fifteen frames. */
const ROUTER = `<script>
  const show = (route) => {
    document.querySelector('p').textContent = 'Route number ' + route + ' explains a matter of its own.';
    setTimeout(() => { document.title = 'Route ' + route; });
  };
  const go = (route) => { history.pushState({ route }, '', '/app/' + route); show(route); };
  history.replaceState({ route: 0 }, '');
  addEventListener('popstate', ({ state }) => show(state.route));
  globalThis.go = go;
</script>`;

/** Adds a paragraph as often as the reader comes near the end, three times. */
const FEED = `<div id="end" style="height: 1px"></div><script>
  let count = 0;
  new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting || count === 3) return;
    count += 1;
    const item = document.createElement('p');
    item.style.marginBottom = '150vh';
    item.textContent = 'Item ' + count + ' of a feed that grows while it is read.';
    document.getElementById('feed').append(item);
  }, { rootMargin: '200px' }).observe(document.getElementById('end'));
</script>`;

const REWRITTEN = page(
  'Rewritten',
  paragraphs('This stands in the page as before.', 'This was written into it later.'),
);

/** Pages that change under the reader, or come and go, by path. */
export const MODERN_PAGES: Readonly<Record<string, string>> = {
  '/one.html': page(
    'One',
    paragraphs('The first lesson says that heat flows to the cold.', 'It also says that work is energy.'),
  ),
  '/two.html': page('Two', paragraphs('The second lesson is about entropy and time.')),
  '/shared.html': page('Shared', paragraphs('The second lesson is about entropy and time.')),
  '/app/0': page('Route 0', `${paragraphs(routeText(0))}${ROUTER}`),
  '/replace.html': page(
    'Replaced',
    `${paragraphs('A page that tidies its own address up.')}<script>
    globalThis.tidy = (times) => {
      for (let index = 0; index < times; index += 1) history.replaceState({}, '', '/replace.html?state=' + index);
    }</script>`,
  ),
  '/feed.html': page('Feed', `<main id="feed"><p>A feed that has only just begun.</p></main>${FEED}`),
  '/write.html': page(
    'Written',
    `${paragraphs('This stands in the page as before.')}<script>
    globalThis.rewrite = () => {
      document.open();
      document.write(${JSON.stringify(REWRITTEN)});
      document.close();
    }</script>`,
  ),
  '/print/one.html': page(
    'One, for print',
    paragraphs('The first lesson says that heat flows to the cold.'),
    '<link rel="canonical" href="/one.html">',
  ),
  '/translated.html': page('Übersetzt', paragraphs('The learner looks at a translation of this.')).replace(
    '<html lang="en">',
    '<html lang="de" class="translated-ltr">',
  ),
};

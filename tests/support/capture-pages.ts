/** Markup and code that must stay the text it is, with marks that would turn the letters round. */
export const HOSTILE_TEXT =
  '<img src=x onerror="globalThis.broken=1"><script>globalThis.broken=1</script> \u202egnirts\u202c end';

const asText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>A page</title></head><body>${body}</body></html>`;
const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

/** Pages that are hard to read along with, by path. */
export const CAPTURE_PAGES: Readonly<Record<string, string>> = {
  '/two.html': page(`<main>
    <h1>Heat</h1><p>Heat flows from the warm body to the cold body.</p>
    <h2>Work</h2><p>Work is energy in transit too.</p></main>`),
  '/hostile.html': page(`<main><p>Before it ${asText(HOSTILE_TEXT)} of the story.</p></main>`),
  '/form.html': page(`<main><form>
    <input name="parentNode"><input name="firstChild"><input name="nodeType"><input name="textContent">
    <p>A paragraph in a form that shadows the tree.</p><textarea>The secret draft of the learner.</textarea>
    <div contenteditable="true">Another secret draft of the learner.</div></form></main>`),
  '/person.html': page('<main><p>This sentence is read at the pace of a person.</p></main>'),
  '/login.html': page('<main><p>Sign in to read this paragraph.</p><input type="password"></main>'),
  '/late.html': page(`<main id="m"><p>There from the beginning on, this text.</p></main><script>
    setTimeout(() => {
      const late = document.createElement('p');
      late.textContent = 'Rendered late by a script of the page.';
      document.getElementById('m').append(late);
    }, 500)</script>`),
  '/route.html': page(`<main id="m"><p>The first route shows this text.</p></main><script>
    globalThis.go = () => {
      history.pushState({}, '', '/route/2');
      document.querySelector('p').textContent = 'The second route shows another text.';
    }</script>`),
  '/long.html': page(
    `<main>${many(40, (i) => `<p style="margin-bottom: 60vh">This is paragraph number ${i} of a long page.</p>`)}</main>`,
  ),
};

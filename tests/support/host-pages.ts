const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>A page</title></head><body>${body}</body></html>`;

/** Writes into every paragraph which host shows it, so that a row can be told by its text too. */
const NAME_HOST = `<script>
  for (const paragraph of document.querySelectorAll('p')) paragraph.append(' It is shown by ' + location.hostname + '.');
</script>`;

/** Pages that are the same on every host but for the host's name in their text. */
export const HOST_PAGES: Readonly<Record<string, string>> = {
  '/allow.html': page('<button>Nothing to read</button>'),
  '/page.html': page(`<main><p>A paragraph about bread and time.</p></main>${NAME_HOST}`),
  // Embeds `/page.html` of the hosts that the query names without their ending: `?host1&host2`.
  '/around.html':
    page(`<main><p>A paragraph around what other hosts have to say.</p></main>${NAME_HOST}<script>
    for (const host of location.search.slice(1).split('&')) {
      const frame = document.createElement('iframe');
      frame.src = 'http://' + host + '.many.test:' + location.port + '/page.html?embedded';
      frame.width = 330;
      frame.height = 270;
      document.body.append(frame);
    }
  </script>`),
};

import type { Plugin } from 'vite';

/** Code points that no text may hold. Chromium refuses to inject a script with one of them: "It isn't UTF-8 encoded". */
const NONCHARACTER = /[\ufdd0-\ufdef\ufffe\uffff]/g;

/** Writes noncharacters as escapes, which the minifier turns into themselves. */
export function escapeNoncharacters(): Plugin {
  return {
    name: 'gleaner:escape-noncharacters',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        file.code = file.code.replace(NONCHARACTER, (found) => `\\u${found.charCodeAt(0).toString(16)}`);
      }
    },
  };
}

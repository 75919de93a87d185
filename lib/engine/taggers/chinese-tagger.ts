import * as jieba from 'jieba-wasm';
import type { Tagger } from '@/lib/domain/text/token';

/**
 * Tags Chinese with the tags of jieba. In browsers the package is a loader that has to be told where its WebAssembly
 * file is; in Node it is a build that starts by itself.
 *
 * @param wasmUrl address of the packaged `jieba_rs_wasm_bg.wasm`; required in browsers, ignored in Node
 * @throws when the WebAssembly file cannot be loaded
 */
export async function createChineseTagger(wasmUrl?: string | URL): Promise<Tagger> {
  const start: unknown = jieba.default;
  if (typeof start === 'function') await start({ module_or_path: wasmUrl });

  return (text) => {
    let end = 0;
    const tokens = jieba.tag(text, true).map(({ word, tag }) => {
      // Offsets by adding lengths: those of the library count code points and go wrong behind an emoji.
      const from = end;
      end += word.length;
      return { word: text.slice(from, end), tag, start: from, end, stem: word.toLowerCase() };
    });
    return tokens.filter(({ word }) => word.trim() !== '');
  };
}

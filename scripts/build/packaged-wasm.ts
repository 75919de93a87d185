import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { WxtHooks } from 'wxt';

const ROOT = resolve(import.meta.dirname, '../..');

/** WebAssembly that ships under a fixed name, by the name in the package: each file is copied exactly once. */
export const PACKAGED_WASM: Readonly<Record<string, string>> = {
  'ort/ort-wasm-simd-threaded.mjs': 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.mjs',
  'ort/ort-wasm-simd-threaded.wasm': 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
  'jieba/jieba_rs_wasm_bg.wasm': 'node_modules/jieba-wasm/pkg/web/jieba_rs_wasm_bg.wasm',
};

/** Copies the files above into the package; they are never committed. */
export const copyPackagedWasm: NonNullable<WxtHooks['build:publicAssets']> = (_wxt, files) => {
  for (const [relativeDest, source] of Object.entries(PACKAGED_WASM)) {
    files.push({ absoluteSrc: resolve(ROOT, source), relativeDest });
  }
};

const SELF_LOCATED_WASM = /new URL\((['"])[\w.-]+\.wasm\1, import\.meta\.url\)/g;

/**
 * Keeps the bundler from emitting a second copy of a wasm file that a library locates beside itself. Callers have to
 * pass the packaged address; a library that falls back to its own address gets an error that says so.
 */
export function refuseSelfLocatedWasm(): Plugin {
  return {
    name: 'gleaner:refuse-self-located-wasm',
    enforce: 'pre',
    transform: {
      filter: { id: /node_modules/, code: SELF_LOCATED_WASM },
      handler(code) {
        const thrown = `(() => { throw new Error('The address of the packaged wasm file is missing.'); })()`;
        return { code: code.replace(SELF_LOCATED_WASM, thrown), map: null };
      },
    },
  };
}

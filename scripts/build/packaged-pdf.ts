import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { WxtHooks } from 'wxt';

const LIBRARY = resolve(import.meta.dirname, '../../node_modules/pdfjs-dist');

/** What the PDF reader loads besides its own script, by folder of the library; everything else stays out of the package. */
const FOLDERS: readonly { readonly from: string; readonly to: string; readonly files: RegExp }[] = [
  { from: 'legacy/build', to: 'pdf', files: /^pdf\.worker\.min\.mjs$/ },
  { from: '.', to: 'pdf', files: /^LICENSE$/ },
  { from: 'cmaps', to: 'pdf/cmaps', files: /^(?:LICENSE|[\w-]+\.bcmap)$/ },
  { from: 'standard_fonts', to: 'pdf/standard_fonts', files: /^(?:LICENSE_\w+|[\w-]+\.(?:pfb|ttf))$/ },
  { from: 'wasm', to: 'pdf/wasm', files: /^(?:LICENSE_\w*(?:OPENJPEG|JBIG2)|(?:openjpeg|jbig2)\.wasm)$/ },
];

/** Copies worker, character maps, standard fonts and image decoders into the package; they are never committed. */
export const copyPackagedPdf: NonNullable<WxtHooks['build:publicAssets']> = (_wxt, files) => {
  for (const { from, to, files: wanted } of FOLDERS) {
    const folder = resolve(LIBRARY, from);
    for (const name of readdirSync(folder).filter((file) => wanted.test(file)))
      files.push({ absoluteSrc: resolve(folder, name), relativeDest: `${to}/${name}` });
  }
};

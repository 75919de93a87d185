/** Where the package holds what the library reads besides its own code; `scripts/build/packaged-pdf.ts` puts it there. */
export const PACKAGED_WORKER = '/pdf/pdf.worker.min.mjs';

const FOLDERS: Readonly<Record<string, string>> = {
  cMapUrl: '/pdf/cmaps/',
  standardFontDataUrl: '/pdf/standard_fonts/',
  wasmUrl: '/pdf/wasm/',
};

/** Names come out of the file that is read, so they must not lead anywhere else. */
const PACKAGED_NAME = /^[\w-]+\.(?:bcmap|pfb|ttf|wasm)$/;

interface WantedFile {
  readonly kind: string;
  readonly filename: string;
}

/** Gives the library character maps, fonts and decoders of the package, and nothing else. */
export class PackagedFiles {
  /** @throws {Error} when the package does not hold the file */
  async fetch({ kind, filename }: WantedFile): Promise<Uint8Array> {
    const folder = FOLDERS[kind];
    if (folder === undefined || !PACKAGED_NAME.test(filename)) throw new Error('Not a file of the package.');
    const response = await fetch(`${folder}${filename}`);
    if (!response.ok) throw new Error(`The package holds no ${filename}.`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

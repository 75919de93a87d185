import { type BroughtText, type ImportPorts, type ImportStep, importText } from '@/lib/app/import-text';
import { findImportedBlocks } from '@/lib/capture/imported-blocks';
import { parseInert } from '@/lib/capture/inert-document';
import { readEpub } from '@/lib/interop/epub/read-epub';
import { renderMarkdown } from '@/lib/interop/markdown';

const FORMATS = {
  renderMarkdown,
  readEpub: (bytes: Uint8Array<ArrayBuffer>) => readEpub(bytes, (xml) => parseInert(xml, 'application/xml')),
};

/** Everything that taking a text in needs beside the rest of the dashboard; loaded when the first one comes. */
export function takeIn(
  ports: Omit<ImportPorts, 'formats' | 'findBlocks'>,
  brought: BroughtText,
  onStep: (step: ImportStep) => void,
  stopping: AbortSignal,
) {
  return importText(
    { ...ports, formats: FORMATS, findBlocks: findImportedBlocks },
    brought,
    onStep,
    stopping,
  );
}

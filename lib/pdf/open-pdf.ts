import { getDocument, PasswordResponses, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OpenPdf, PdfFailure, PdfFile } from '@/lib/app/ports/pdf-file';
import { failure, success } from '@/lib/domain/shared/result';
import { readOutline } from './outline';
import { PACKAGED_WORKER, PackagedFiles } from './packaged-files';
import { type LibraryPage, toPdfPage } from './pdf-page';

/** Larger images are left out: a small file can hold one that fills the memory. */
const MOST_IMAGE_PIXELS = 64 * 1024 * 1024;

const HEADER = '%PDF-';
/** The header may stand behind other bytes, within so many. */
const HEADER_WITHIN = 1024;

/**
 * Opens a PDF from its bytes in a worker of its own. Nothing is loaded but files of the package; scripts, forms and links
 * of the file are not run.
 */
export const openPdf: OpenPdf = async (bytes, password) => {
  if (!hasHeader(bytes)) return failure('not-a-pdf');
  const port = new Worker(PACKAGED_WORKER, { type: 'module' });
  const worker = PDFWorker.create({ port, verbosity: VerbosityLevel.ERRORS });
  const task = getDocument({
    data: bytes,
    worker,
    ...(password !== undefined && { password }),
    BinaryDataFactory: PackagedFiles,
    useWorkerFetch: false,
    cMapPacked: true,
    enableXfa: false,
    maxImageSize: MOST_IMAGE_PIXELS,
    verbosity: VerbosityLevel.ERRORS,
  });
  const close = () => {
    void task
      .destroy()
      .catch(() => undefined)
      .finally(() => port.terminate());
  };
  try {
    const library = await task.promise;
    return success(await toPdfFile(library, close));
  } catch (error) {
    close();
    return failure(failureOf(error));
  }
};

type LibraryDocument = Awaited<ReturnType<typeof getDocument>['promise']>;

async function toPdfFile(library: LibraryDocument, close: () => void): Promise<PdfFile> {
  return {
    pageCount: library.numPages,
    title: await titleOf(library),
    page: async (number) => toPdfPage((await library.getPage(number)) as LibraryPage),
    outline: () => readOutline(library),
    close,
  };
}

async function titleOf(library: LibraryDocument): Promise<string> {
  const found = await library.getMetadata().catch(() => undefined);
  const title: unknown = found && (found.info as { Title?: unknown }).Title;
  return typeof title === 'string' ? title.trim() : '';
}

function hasHeader(bytes: ArrayBuffer): boolean {
  const start = new Uint8Array(bytes, 0, Math.min(bytes.byteLength, HEADER_WITHIN));
  return String.fromCharCode(...start).includes(HEADER);
}

/** The library names its errors. */
function failureOf(error: unknown): PdfFailure {
  if (!(error instanceof Error)) return 'unexpected';
  if (error.name === 'PasswordException') {
    const wasWrong = 'code' in error && error.code === PasswordResponses.INCORRECT_PASSWORD;
    return wasWrong ? 'password-wrong' : 'password-needed';
  }
  return error.name === 'InvalidPDFException' || error.name === 'FormatError' ? 'damaged' : 'unexpected';
}

import { browser } from 'wxt/browser';
import type { FrameDocument } from '@/lib/app/ports/reader-host';
import { grantedPatterns } from './permissions';

const SCOUT_FILE = '/scout.js';
const READER_FILE = '/reader.js';
const ID_PREFIX = 'scout ';

let lastRegistration: Promise<void> = Promise.resolve();

/**
 * Registers the scout for exactly the sites that are allowed, in whatever frame they appear. The browser keeps a
 * registration when its permission goes, and drops all of them when the extension is updated, so this runs at every start
 * too. Calls follow one another.
 */
export function registerForGrantedSites(): Promise<void> {
  lastRegistration = lastRegistration.then(register, register);
  return lastRegistration;
}

/** Sends scouts into all allowed frames of a page that was open before its site was allowed. */
export async function sendScouts(tabId: number): Promise<void> {
  await execute({ tabId, allFrames: true }, SCOUT_FILE);
}

/** Starts the reader in one document. Resolves false when it is gone or may not be read. */
export function startReader({ tabId, documentId }: FrameDocument): Promise<boolean> {
  return execute({ tabId, documentIds: [documentId] }, READER_FILE);
}

async function execute(
  target: Parameters<typeof browser.scripting.executeScript>[0]['target'],
  file: typeof SCOUT_FILE | typeof READER_FILE,
): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target, files: [file] });
    return true;
  } catch {
    // A page of the browser itself, an error page, or a tab that closed: there is nothing to read.
    return false;
  }
}

async function register(): Promise<void> {
  const wanted = new Set((await grantedPatterns()).map((pattern) => ID_PREFIX + pattern));
  const registered = await browser.scripting.getRegisteredContentScripts();
  const present = new Set(registered.map((script) => script.id));
  const superfluous = [...present].filter((id) => !wanted.has(id));
  const missing = [...wanted].filter((id) => !present.has(id));
  if (superfluous.length > 0) await browser.scripting.unregisterContentScripts({ ids: superfluous });
  if (missing.length > 0) await browser.scripting.registerContentScripts(missing.map(registrationOf));
}

function registrationOf(id: string) {
  return {
    id,
    matches: [id.slice(ID_PREFIX.length)],
    js: [SCOUT_FILE],
    runAt: 'document_idle' as const,
    allFrames: true,
    persistAcrossSessions: true,
  };
}

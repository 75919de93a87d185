import { browser } from 'wxt/browser';
import { grantedPatterns } from './permissions';

const READER_FILE = '/content-scripts/reader.js';
const ID_PREFIX = 'reader ';

let lastRegistration: Promise<void> = Promise.resolve();

/**
 * Registers the reader for exactly the sites that are allowed. The browser keeps a registration when its permission goes,
 * and drops all of them when the extension is updated, so this runs at every start too. Calls follow one another.
 */
export function registerForGrantedSites(): Promise<void> {
  lastRegistration = lastRegistration.then(register, register);
  return lastRegistration;
}

/** Starts the reader in a page that was open before its site was allowed. */
export async function injectReader(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [READER_FILE] });
  } catch {
    // A page of the browser itself, an error page, or a tab that closed: there is nothing to read.
  }
}

async function register(): Promise<void> {
  const wanted = new Set((await grantedPatterns()).map((pattern) => ID_PREFIX + pattern));
  const registered = await browser.scripting.getRegisteredContentScripts();
  const present = new Set(registered.map((script) => script.id).filter((id) => id.startsWith(ID_PREFIX)));
  const superfluous = [...present].filter((id) => !wanted.has(id));
  const missing = [...wanted].filter((id) => !present.has(id));
  if (superfluous.length > 0) await browser.scripting.unregisterContentScripts({ ids: superfluous });
  if (missing.length > 0) await browser.scripting.registerContentScripts(missing.map(registrationOf));
}

function registrationOf(id: string) {
  return {
    id,
    matches: [id.slice(ID_PREFIX.length)],
    js: [READER_FILE],
    runAt: 'document_idle' as const,
    allFrames: false,
    persistAcrossSessions: true,
  };
}

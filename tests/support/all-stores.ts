import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';

declare const chrome: Pick<typeof browser, 'storage'>;

/** Runs in a page of the extension. Finds the stores by asking the browser, so that a new one is looked into as well. */
async function readStores(): Promise<Record<string, string>> {
  const settle = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  /** Everything that a value holds, binary data as the letters that its bytes would be. */
  const textOf = (value: unknown): string =>
    JSON.stringify(value, (_, part) => {
      if (part instanceof ArrayBuffer) return new TextDecoder().decode(part);
      if (ArrayBuffer.isView(part)) return new TextDecoder().decode(part);
      return part;
    }) ?? '';

  const stores: Record<string, string> = {};
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await settle(indexedDB.open(name));
    for (const table of db.objectStoreNames) {
      const store = db.transaction(table).objectStore(table);
      const rows = await settle(store.getAll());
      const keys = await settle(db.transaction(table).objectStore(table).getAllKeys());
      stores[`${name}/${table}`] = textOf([keys, rows]);
    }
    db.close();
  }
  stores.localStorage = textOf({ ...localStorage });
  stores.sessionStorage = textOf({ ...sessionStorage });
  for (const area of ['local', 'session', 'sync'] as const)
    stores[`storage.${area}`] = textOf(await chrome.storage[area].get(null));
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      stores[`cache/${name}/${request.url}`] = (await (await cache.match(request))?.text()) ?? '';
  }
  const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${path}${name}/`);
      else stores[`${path}${name}`] = await (await (handle as FileSystemFileHandle).getFile()).text();
    }
  };
  await walk(await navigator.storage.getDirectory(), 'opfs/');
  return stores;
}

/** All that the extension keeps anywhere, as text by store: databases, storages, caches and private files. */
export function readAllStores(page: Page): Promise<Record<string, string>> {
  return page.evaluate(readStores);
}

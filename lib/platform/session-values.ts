import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** Values that outlive the background worker and go with the browser, one for each tab. Content scripts cannot see them. */
export interface TabValues<Value> {
  put(tabId: number, value: Value): Promise<void>;
  /** Absent when there is none, or none of this shape. */
  read(tabId: number): Promise<Value | undefined>;
  remove(tabId: number): Promise<void>;
  /** Tabs that have one. */
  tabIds(): Promise<number[]>;
}

/** @param name tells these values from others */
export function createTabValues<Value>(
  name: string,
  schema: v.GenericSchema<unknown, Value>,
): TabValues<Value> {
  const keyOf = (tabId: number) => `${name}.${tabId}`;
  return {
    put: (tabId, value) => browser.storage.session.set({ [keyOf(tabId)]: value }),
    read: async (tabId) => {
      const stored = await browser.storage.session.get(keyOf(tabId));
      const parsed = v.safeParse(schema, stored[keyOf(tabId)]);
      return parsed.success ? parsed.output : undefined;
    },
    remove: (tabId) => browser.storage.session.remove(keyOf(tabId)),
    tabIds: async () => {
      const keys = Object.keys(await browser.storage.session.get());
      return keys
        .filter((key) => key.startsWith(`${name}.`))
        .map((key) => Number(key.slice(name.length + 1)));
    },
  };
}

/** Takes the values of all tabs, after something was forgotten that they may speak of. */
export function clearTabValues(): Promise<void> {
  return browser.storage.session.clear();
}

import { fakeBrowser } from 'wxt/testing/fake-browser';

type Listener = (...args: never[]) => unknown;

/** An event of the browser that tests can raise. */
function createEvent() {
  const listeners: Listener[] = [];
  return {
    listeners,
    api: { addListener: (listener: Listener) => void listeners.push(listener) },
    raise: (...args: unknown[]) => {
      for (const listener of listeners) listener(...(args as never[]));
    },
  };
}

interface Registration {
  readonly id: string;
  readonly matches: readonly string[];
}

interface Injection {
  readonly target: { readonly tabId: number; readonly documentIds?: readonly string[] };
  readonly files: readonly string[];
}

const extensionOrigin = `chrome-extension://${fakeBrowser.runtime.id}`;

/** The parts of an extension's browser that the fake browser leaves out, with the state a test looks at. */
export interface FakeExtension {
  readonly granted: Set<string>;
  readonly registered: Map<string, Registration>;
  /** Scripts put into pages, in order: `/scout.js into tab 7`, `/reader.js into document D1 of tab 7`. */
  readonly injected: string[];
  /** Messages to pages, in order. */
  readonly told: {
    readonly tabId: number;
    /** The only frame that hears it; all of the tab do where it is left out. */
    readonly frameId?: number | undefined;
    readonly message: { type: string; data: unknown };
  }[];
  /** Tabs in which a reader is at work. */
  readonly beingRead: Set<number>;
  /** Tabs in which a reader leaves its page alone. */
  readonly leftAlone: Set<number>;
  readonly icons: Map<number, string>;
  readonly titles: Map<number, string>;
  /** Whom `storage.local` was opened to, in order. */
  readonly storageAccess: string[];
  readonly isOffscreenOpen: () => boolean;
  /** Documents opened so far; with one open already, opening fails as in the browser. */
  readonly documentsOpened: () => number;
  closeOffscreen(): void;
  openTabs: { id: number; url?: string }[];
  grant(pattern: string): void;
  revoke(pattern: string): void;
  /** Takes an optional permission back, as the learner may do in the settings of the browser. */
  withdraw(permission: string): void;
  /** Titles of the entries in the menu of pages, by id. */
  readonly menu: Map<string, string>;
  /** What a script answers that is run in a page, by file; nothing when it is left out. */
  readonly answers: Map<string, unknown>;
  /** Chooses an entry in the menu of a page. */
  chooseInMenu(id: string, tab: { id: number; url: string }): void;
  pressShortcut(command: string, tab: { id: number; url: string }): void;
  /** The line under the address bar that says what Enter does, as the browser was given it. */
  readonly addressBarLine: () => string;
  /** Types behind the keyword in the address bar, and resolves with the suggestions. */
  typeInAddressBar(text: string): Promise<readonly { content: string; description: string }[]>;
  enterInAddressBar(text: string, disposition: string): void;
  /** Posts a message as a content script of that origin and frame, or as a page of the extension, and returns the reply. */
  post(type: string, data: unknown, origin?: string, frameId?: number): Promise<unknown>;
}

/** Puts the missing parts in place. Call it before the code under test registers its listeners. */
export function installFakeExtension(): FakeExtension {
  fakeBrowser.reset();
  const [added, removed] = [createEvent(), createEvent()];
  const [menuClicked, shortcutPressed] = [createEvent(), createEvent()];
  const addressBar = { started: createEvent(), changed: createEvent(), entered: createEvent() };
  let offscreen = 0;
  let opened = 0;
  let addressBarLine = '';
  const extension: FakeExtension = {
    granted: new Set(),
    registered: new Map(),
    injected: [],
    told: [],
    beingRead: new Set(),
    leftAlone: new Set(),
    icons: new Map(),
    titles: new Map(),
    storageAccess: [],
    openTabs: [],
    isOffscreenOpen: () => offscreen > 0,
    documentsOpened: () => opened,
    closeOffscreen: () => {
      offscreen = 0;
    },
    grant: (pattern) => {
      extension.granted.add(pattern);
      added.raise({ origins: [pattern] });
    },
    revoke: (pattern) => {
      extension.granted.delete(pattern);
      removed.raise({ origins: [pattern] });
    },
    withdraw: (permission) => {
      extension.granted.delete(permission);
      removed.raise({ permissions: [permission] });
    },
    menu: new Map(),
    answers: new Map(),
    chooseInMenu: (menuItemId, tab) =>
      menuClicked.raise({ menuItemId, pageUrl: tab.url, frameId: 0, editable: false }, tab),
    pressShortcut: (command, tab) => shortcutPressed.raise(command, tab),
    addressBarLine: () => addressBarLine,
    typeInAddressBar: (text) => {
      addressBar.started.raise();
      return new Promise((resolve) => addressBar.changed.raise(text, resolve));
    },
    enterInAddressBar: (text, disposition) => addressBar.entered.raise(text, disposition),
    post: async (type, data, origin = extensionOrigin, frameId = 0) => {
      const isPage = origin !== extensionOrigin;
      const sender = {
        id: fakeBrowser.runtime.id,
        origin,
        ...(isPage && { tab: { id: 1, url: `${origin}/` }, frameId, documentId: 'D1' }),
      };
      const replies = await fakeBrowser.runtime.onMessage.trigger(
        { id: 1, type, data, timestamp: 1 },
        sender as never,
      );
      return (replies.find(Boolean) as { res: unknown } | undefined)?.res;
    },
  };
  const stubs = {
    permissions: {
      getAll: async () => ({ origins: [...extension.granted] }),
      contains: async ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
        [...origins, ...permissions].every((name) => extension.granted.has(name)),
      onAdded: added.api,
      onRemoved: removed.api,
    },
    scripting: {
      getRegisteredContentScripts: async () => [...extension.registered.values()],
      registerContentScripts: async (scripts: Registration[]) => {
        for (const script of scripts) {
          if (extension.registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          extension.registered.set(script.id, script);
        }
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) extension.registered.delete(id);
      },
      executeScript: async ({ target, files }: Injection) => {
        const place = target.documentIds ? `document ${target.documentIds} of tab` : 'tab';
        extension.injected.push(`${files} into ${place} ${target.tabId}`);
        return files.map((file) => ({ frameId: 0, result: extension.answers.get(file) ?? null }));
      },
    },
    contextMenus: {
      onClicked: menuClicked.api,
      create: ({ id, title }: { id: string; title: string }) => void extension.menu.set(id, title),
      update: async (id: string, { title }: { title: string }) => {
        if (!extension.menu.has(id)) throw new Error(`Cannot find menu item with id ${id}`);
        extension.menu.set(id, title);
      },
    },
    commands: { onCommand: shortcutPressed.api },
    omnibox: {
      onInputStarted: addressBar.started.api,
      onInputChanged: addressBar.changed.api,
      onInputEntered: addressBar.entered.api,
      setDefaultSuggestion: ({ description }: { description: string }) => {
        addressBarLine = description;
      },
    },
    offscreen: {
      createDocument: async () => {
        await Promise.resolve();
        if (offscreen > 0) throw new Error('Only a single offscreen document may be created.');
        offscreen += 1;
        opened += 1;
      },
    },
    i18n: { getMessage: (key: string) => key },
  };
  for (const [name, stub] of Object.entries(stubs)) {
    const api = fakeBrowser as unknown as Record<string, object>;
    api[name] = { ...api[name], ...stub };
  }
  Object.assign(fakeBrowser.storage.local, {
    setAccessLevel: async ({ accessLevel }: { accessLevel: string }) =>
      void extension.storageAccess.push(accessLevel),
  });
  Object.assign(fakeBrowser.runtime, {
    getContexts: async () => Array.from({ length: offscreen }, () => ({})),
    sendMessage: async () => ({ res: { ok: true, value: null } }),
  });
  Object.assign(fakeBrowser.action, {
    setTitle: async ({ tabId, title }: { tabId: number; title: string }) => {
      extension.titles.set(tabId, title);
    },
    setIcon: async ({ tabId, path }: { tabId: number; path: Record<string, string> }) => {
      extension.icons.set(tabId, path[16] ?? '');
    },
  });
  Object.assign(fakeBrowser.tabs, {
    query: async () => extension.openTabs,
    sendMessage: async (
      tabId: number,
      message: { type: string; data: unknown },
      options?: { frameId?: number },
    ) => {
      extension.told.push({ tabId, frameId: options?.frameId, message });
      const answering = message.type === 'reading.ask-left-alone' ? extension.leftAlone : extension.beingRead;
      if (answering.has(tabId)) return { res: { ok: true, value: null } };
      throw new Error('Could not establish connection. Receiving end does not exist.');
    },
  });
  return extension;
}

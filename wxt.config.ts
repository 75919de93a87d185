import preact from '@preact/preset-vite';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'wxt';
import { CONTENT_SECURITY_POLICY } from './scripts/build/content-security';
import { INFERENCE_RUNTIME } from './scripts/build/inference-runtime';
import { escapeNoncharacters } from './scripts/build/injectable-scripts';
import { copyPackagedPdf } from './scripts/build/packaged-pdf';
import { copyPackagedWasm, refuseSelfLocatedWasm } from './scripts/build/packaged-wasm';
import { removeRemoteAddresses } from './scripts/build/remote-addresses';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  hooks: {
    'build:publicAssets': (wxt, files) => {
      copyPackagedWasm(wxt, files);
      copyPackagedPdf(wxt, files);
    },
    // Would be the title of the popup's page; until a tab has a title of its own, it is not read.
    'build:manifestGenerated': (_wxt, manifest) => {
      if (manifest.action) manifest.action.default_title = '__MSG_action_off__';
    },
  },
  vite: () => ({
    plugins: [preact(), refuseSelfLocatedWasm(), removeRemoteAddresses(), escapeNoncharacters()],
    resolve: {
      conditions: [INFERENCE_RUNTIME.condition, ...defaultClientConditions],
      alias: INFERENCE_RUNTIME.alias,
    },
    worker: {
      format: 'es',
      plugins: () => [refuseSelfLocatedWasm(), removeRemoteAddresses()],
    },
  }),
  manifest: ({ command }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    incognito: 'not_allowed',
    minimum_chrome_version: '123',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'scripting',
      'activeTab',
      'offscreen',
      'contextMenus',
    ],
    optional_permissions: ['bookmarks'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    externally_connectable: { ids: [] },
    commands: {
      'learn-selection': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_command_learn_selection__',
      },
    },
    omnibox: { keyword: 'gleaner' },
    action: { default_icon: { 16: '/icon/off-16.png', 32: '/icon/off-32.png', 48: '/icon/off-48.png' } },
    options_ui: { page: 'dashboard.html', open_in_tab: true },
    cross_origin_embedder_policy: { value: 'require-corp' },
    cross_origin_opener_policy: { value: 'same-origin' },
    // The development server needs its own sockets and scripts; the built package gets the strict policy.
    ...(command === 'build' && { content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY } }),
  }),
});

import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
].join('; ');

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [preact()] }),
  manifest: {
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    incognito: 'not_allowed',
    minimum_chrome_version: '116',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting', 'activeTab', 'offscreen'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    externally_connectable: { ids: [] },
    options_ui: { page: 'dashboard.html', open_in_tab: true },
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    cross_origin_embedder_policy: { value: 'require-corp' },
    cross_origin_opener_policy: { value: 'same-origin' },
  },
});

import type { Plugin } from 'vite';

/**
 * Hosts that libraries would load code or models from. Their code paths are switched off; the names are taken out as
 * well, so that "no remote address in the package" is a plain text search.
 */
export const REMOTE_HOSTS: readonly string[] = [
  'cdn.jsdelivr.net',
  'huggingface.co',
  'hf.co',
  'unpkg.com',
  'esm.sh',
];

const UNREACHABLE_HOST = 'remote.invalid';

/** Replaces the hosts above in every script of the bundle, workers included. */
export function removeRemoteAddresses(): Plugin {
  return {
    name: 'gleaner:remove-remote-addresses',
    enforce: 'post',
    renderChunk(code) {
      const cleaned = REMOTE_HOSTS.reduce((text, host) => text.replaceAll(host, UNREACHABLE_HOST), code);
      return cleaned === code ? null : { code: cleaned, map: null };
    },
  };
}

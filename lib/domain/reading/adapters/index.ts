import type { SiteAdapter } from '../site-adapter';

const ADAPTERS: readonly SiteAdapter[] = [];

/** How the site of an address is built; undefined where the general rules apply. */
export function adapterFor(address: string): SiteAdapter | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname } = new URL(address);
  return ADAPTERS.find(({ hosts }) => hosts.some((host) => covers(host, hostname)));
}

function covers(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

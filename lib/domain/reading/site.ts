/**
 * What a learner's permission covers: scheme and host. A browser's host permission has no port, so
 * `http://localhost:8080` and `http://localhost:9000` are one site.
 *
 * @param address an origin or a whole address
 * @returns for example `https://example.org`; undefined when extensions cannot read there
 */
export function siteOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${hostname}` : undefined;
}

/** Whether an origin belongs to a site, whatever its port. Files, whose origin is `pdf:`, are a site of their own. */
export function isOfSite(origin: string, site: string): boolean {
  return origin === site || isSameSite(origin, site);
}

/** Whether two origins are covered by the same permission. */
export function isSameSite(left: string, right: string): boolean {
  const site = siteOf(left);
  return site !== undefined && site === siteOf(right);
}

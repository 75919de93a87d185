import { siteOf } from '@/lib/domain/reading/site';

/**
 * The host permission that covers an origin, for example `https://example.org/*`. Patterns have no port.
 *
 * @returns undefined where extensions cannot read
 */
export function patternOf(origin: string): string | undefined {
  const site = siteOf(origin);
  return site && `${site}/*`;
}

/** The one site that a pattern covers; undefined for patterns with wildcards. */
export function siteOfPattern(pattern: string): string | undefined {
  const [, site] = pattern.match(/^(https?:\/\/[^*/]+)\/\*$/) ?? [];
  return site;
}

/** Whether the browser may read there for us at all. */
export function isWebPattern(pattern: string): boolean {
  return pattern === '<all_urls>' || /^(https?|\*):\/\//.test(pattern);
}

import type { UnconfirmedReason } from '@/lib/domain/reading/capture-decision';
import { isPrivateAddress } from './private-address';
import list from './refusal-list.json';

interface HostList {
  /** Hosts with all their subdomains. */
  readonly domains: readonly string[];
  /** Whole parts of a host name between two dots, wherever they stand. */
  readonly labels: readonly string[];
}

const { 'private-host': privateHosts, government, readable, ...others } = list;

/** The first that fits gives the reason. */
const LISTS: readonly (readonly [UnconfirmedReason, HostList])[] = [
  ['private-host', privateHosts],
  ['banking', others.banking],
  ['mail', others.mail],
  ['health', others.health],
  ['government', government],
];

const byEntry = (part: keyof HostList): ReadonlyMap<string, UnconfirmedReason> =>
  new Map(LISTS.flatMap(([reason, hosts]) => hosts[part].map((entry) => [entry, reason] as const)));

const DOMAINS = byEntry('domains');
const LABELS = byEntry('labels');
const READABLE: ReadonlySet<string> = new Set(readable);
const SIGN_IN_LABELS: ReadonlySet<string> = new Set(government.signInLabels);

/** `gov` and its like, as top level or below that of a country. Governments also publish much that is worth reading. */
const GOVERNMENT = /\.(?:gov|mil|(?:gov|gob|gouv|govt|gub|go|gc)\.[a-z]{2})$/;

/**
 * Why the pages of a site are not read until the learner confirms it: it is on a private network, or of a kind whose pages
 * are about the learner rather than to learn from.
 *
 * @param address an origin or a whole address
 * @returns undefined for every other site, and for what is no address of the web
 */
export function refusalFor(address: string): UnconfirmedReason | undefined {
  const host = hostOf(address);
  if (host === undefined || READABLE.has(host)) return undefined;
  const labels = host.split('.');
  if (isPrivateAddress(host) || isSingleName(host)) return 'private-host';
  const domains = labels.map((_label, place) => labels.slice(place).join('.'));
  return firstOf(DOMAINS, domains) ?? firstOf(LABELS, labels) ?? signInReason(host, labels);
}

/** A name that only the own network knows. IPv6 addresses have no dots either. */
function isSingleName(host: string): boolean {
  return !host.includes('.') && !host.startsWith('[');
}

function hostOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? hostname.replace(/\.$/, '') : undefined;
}

function firstOf(
  reasons: ReadonlyMap<string, UnconfirmedReason>,
  keys: readonly string[],
): UnconfirmedReason | undefined {
  const key = keys.find((candidate) => reasons.has(candidate));
  return key === undefined ? undefined : reasons.get(key);
}

function signInReason(host: string, labels: readonly string[]): UnconfirmedReason | undefined {
  const isSignIn = GOVERNMENT.test(host) && labels.some((label) => SIGN_IN_LABELS.has(label));
  return isSignIn ? 'government' : undefined;
}

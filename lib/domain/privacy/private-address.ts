/** Blocks of IPv4 addresses that lead nowhere public (IANA special-purpose registry): first address and prefix length. */
const PRIVATE_IPV4: readonly (readonly [first: string, prefixBits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
];

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Loopback, unspecified, unique local (fc00::/7), link and site local (fe80::/9), multicast (ff00::/8). */
const PRIVATE_IPV6 = /^(?:::1?$|f[cdf][\da-f]{2}:|fe[89a-f][\da-f]:)/;

/** An IPv4 address within an IPv6 one: mapped, or translated by NAT64. */
const EMBEDDED_IPV4 = /^(?:::ffff:|64:ff9b::)(?:([\da-f]{1,4}):)?([\da-f]{1,4})$/;

/**
 * Whether a host is an address of this machine or of a private network.
 *
 * @param host as `URL` writes it: IPv4 with dots, whatever form it was typed in; IPv6 in brackets and shortened
 */
export function isPrivateAddress(host: string): boolean {
  if (IPV4.test(host)) return isPrivateIpv4(toNumber(host));
  if (!host.startsWith('[')) return false;
  const address = host.slice(1, -1);
  const embedded = address.match(EMBEDDED_IPV4);
  if (embedded === null) return PRIVATE_IPV6.test(address);
  const [high = '0', low = '0'] = embedded.slice(1);
  return isPrivateIpv4(Number.parseInt(high, 16) * 0x10000 + Number.parseInt(low, 16));
}

function isPrivateIpv4(address: number): boolean {
  return PRIVATE_IPV4.some(([first, prefixBits]) => {
    const size = 2 ** (32 - prefixBits);
    return Math.floor(address / size) === Math.floor(toNumber(first) / size);
  });
}

function toNumber(dotted: string): number {
  return dotted.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

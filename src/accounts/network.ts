/** How much of an address identifies a network: octets of IPv4, groups of IPv6. */
type Width = { octets: number; groups: number };

/**
 * The network of an IP address: `192.0.2.0/24`, `2001:db8:1:2::/64`, or with all four octets the IPv4 address itself.
 * Accepts IPv4-mapped IPv6, a zone, and a port as some proxies add one. Any other string is its own network.
 */
export function networkOf(address: string, { octets, groups }: Width): string {
  const bare = address.match(/^\[([^\]]*)\]/)?.[1] ?? address.replace(/^([\d.]+):\d+$/, "$1");
  const six = bare.includes(":") ? groupsOf(bare) : null;
  const four = six
    ? mapped(six)
    : bare.match(/^\d+\.\d+\.\d+\.\d+$/) && bare.split(".").map(Number);
  if (four) return octets === 4 ? four.join(".") : `${cut(four, octets)}/${octets * 8}`;
  if (!six) return address;
  const kept = six.slice(0, groups).map((group) => group.toString(16));
  return `${kept.join(":")}::/${groups * 16}`;
}

function cut(four: number[], octets: number): string {
  return four.map((octet, at) => (at < octets ? octet : 0)).join(".");
}

/** The eight groups of an IPv6 address; null for anything else. */
function groupsOf(bare: string): number[] | null {
  const plain = (bare.split("%")[0] ?? "").replace(
    /(?<!\d)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/,
    (_, ...octets) => {
      const [a = 0, b = 0, c = 0, d = 0] = octets.slice(0, 4).map(Number);
      return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
    },
  );
  const [head = "", tail, ...more] = plain.split("::");
  if (more.length > 0) return null;
  const [before, after] = [head, tail ?? ""].map((half) => half.split(":").filter(Boolean));
  const given = [...(before ?? []), ...(after ?? [])];
  if (!given.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null;
  if (tail === undefined ? given.length !== 8 : given.length > 7) return null;
  const zeros = Array.from({ length: 8 - given.length }, () => "0");
  return [...(before ?? []), ...zeros, ...(after ?? [])].map((group) => Number.parseInt(group, 16));
}

/** The IPv4 address within `::ffff:0:0/96` (RFC 4291, 2.5.5.2). */
function mapped(six: number[]): number[] | null {
  const [hi = 0, lo = 0] = six.slice(6);
  const isMapped = six.slice(0, 5).every((group) => group === 0) && six[5] === 0xffff;
  return isMapped ? [hi >> 8, hi & 255, lo >> 8, lo & 255] : null;
}

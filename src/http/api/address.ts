import { networkOf as network } from "#src/accounts/network.ts";
import type { Device } from "#src/accounts/open-session.ts";
import type { Call } from "./api.ts";

/**
 * The client's address: the connection's or, behind trusted proxies, the one that the outermost of them saw. Without a
 * connection we are on the edge, which names it.
 */
export function addressOf(c: Call): string {
  const socket = c.env?.incoming?.socket?.remoteAddress;
  if (socket === undefined) return c.req.header("CF-Connecting-IP") ?? "unknown";
  const { trustedProxies } = c.get("ctx");
  if (trustedProxies === 0) return socket;
  const seen = (c.req.header("X-Forwarded-For") ?? "").split(",").map((one) => one.trim());
  return seen.filter(Boolean).at(-trustedProxies) ?? socket;
}

/**
 * The key for counting attempts: the IPv4 address, or the /64 network of an IPv6 address, since one machine holds a
 * whole /64.
 */
export function networkOf(c: Call): string {
  return network(addressOf(c), { octets: 4, groups: 4 });
}

export function deviceOf(c: Call): Device {
  return { agent: c.req.header("User-Agent") ?? "", address: addressOf(c) };
}

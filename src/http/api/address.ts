import { networkOf as network } from "#src/accounts/network.ts";
import type { Device } from "#src/accounts/open-session.ts";
import type { Call } from "./api.ts";

/**
 * The address a request comes from: that of the connection, or, where proxies in front are trusted, the one
 * that the farthest of them has seen. Without a connection we are at the edge, which names it.
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
 * What attempts are counted by: the address, or the /64 network of one of IPv6, of which one machine has all
 * addresses.
 */
export function networkOf(c: Call): string {
  return network(addressOf(c), { octets: 4, groups: 4 });
}

export function deviceOf(c: Call): Device {
  return { agent: c.req.header("User-Agent") ?? "", address: addressOf(c) };
}

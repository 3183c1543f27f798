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
  const address = addressOf(c).replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = (address.split("%")[0] ?? "").split("::");
  const [before, after] = [head, tail].map((half) => half.split(":").filter(Boolean));
  const missing = 8 - before!.length - after!.length;
  const groups = [...before!, ...Array(Math.max(0, missing)).fill("0"), ...after!];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

export function deviceOf(c: Call): Device {
  return { agent: c.req.header("User-Agent") ?? "", address: addressOf(c) };
}

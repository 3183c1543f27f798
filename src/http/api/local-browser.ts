import { isLoopback } from "#src/config/env.ts";
import type { Call } from "./api.ts";

/** Headers that browsers send by themselves. Something in between added any other one, such as `X-Forwarded-For`. */
const fromBrowser = new RegExp(
  `^(${[
    "accept|accept-encoding|accept-language|cache-control|connection|content-length|content-type",
    "cookie|dnt|host|origin|pragma|priority|range|referer|te|user-agent|upgrade-insecure-requests",
    "if-match|if-modified-since|if-none-match|idempotency-key|purpose|save-data|sec-[a-z-]+",
  ].join("|")})$`,
);

/**
 * Whether a browser on this machine reaches this listener directly, as far as a request can show. Both ends are
 * loopback addresses, the host is this listener under one of this machine's names, no header was added on the way, and
 * the connection is the browser's own. A proxy must not forward `Connection` (RFC 9110, 7.6.1): nginx sends `close`
 * with HTTP/1.0, or nothing, and browsers send `keep-alive`.
 */
export function isDirect(c: Call): boolean {
  const { hostname, port } = new URL(c.req.url);
  if (!isLoopback(hostname)) return false;
  if (![...c.req.raw.headers.keys()].every((name) => fromBrowser.test(name))) return false;
  const { incoming } = c.env ?? {};
  // The process's requests to itself have no connection.
  if (!incoming?.socket) return true;
  const { remoteAddress = "", localAddress = "", localPort } = incoming.socket;
  return (
    isLoopback(remoteAddress) &&
    isLoopback(localAddress) &&
    Number(port || 80) === localPort &&
    incoming.httpVersion === "1.1" &&
    c.req.header("Connection")?.toLowerCase() === "keep-alive"
  );
}

/**
 * Whether a page of this same listener makes the request, in a browser on this machine. In addition to the above, the
 * browser names the page's origin in `Origin` or `Referer`. It is that of the address bar, whatever a proxy did to
 * `Host`.
 */
export function isLocalBrowser(c: Call): boolean {
  const { origin } = new URL(c.req.url);
  const site = c.req.header("Sec-Fetch-Site");
  const named = [c.req.header("Origin"), c.req.header("Referer")].filter((one) => one);
  return (
    isDirect(c) &&
    (site === undefined || site === "same-origin") &&
    named.length > 0 &&
    named.every((one) => URL.parse(one ?? "")?.origin === origin)
  );
}

import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Call } from "./api.ts";

/** A cookie of ours; `depositary-` stands before its name, and over TLS `__Host-` before that. */
export type CookieName = "session" | "sign-on";

/**
 * The only place that knows cookies: what sets, reads and ends one agrees in name and attributes. Over TLS the name
 * binds the cookie to this host and to TLS (RFC 6265bis, 4.1.3.2), and a browser refuses a line with that name which
 * is not `Secure`, has a `Domain` or another `Path`, also one that only ends the cookie.
 */
export function keepCookie(
  c: Call,
  name: CookieName,
  value: string,
  { maxAge }: { maxAge?: number } = {},
): void {
  setCookie(c, fullName(c, name), value, { ...attributes(c), ...(maxAge && { maxAge }) });
}

export function endCookie(c: Call, name: CookieName): void {
  deleteCookie(c, fullName(c, name), attributes(c));
}

export function readCookie(c: Call, name: CookieName): string | undefined {
  return getCookie(c, fullName(c, name));
}

function fullName(c: Call, name: CookieName): string {
  return `${c.get("ctx").overTls ? "__Host-" : ""}depositary-${name}`;
}

function attributes(c: Call) {
  const secure = c.get("ctx").overTls;
  return { httpOnly: true, sameSite: "Lax", path: "/", secure } as const;
}

import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Call } from "./api.ts";

/** One of our cookies. Its name gets the prefix `depositary-` and, over TLS, `__Host-` before that. */
export type CookieName = "session" | "sign-on";

/**
 * The only module that knows cookies, so that setting, reading and ending one use the same name and attributes. Over
 * TLS the name binds the cookie to this host and to TLS (RFC 6265bis, 4.1.3.2). A browser rejects a line with that name
 * if it is not `Secure`, has a `Domain` or has another `Path`, even if it only ends the cookie.
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

import { deleteCookie, setCookie } from "hono/cookie";
import type { Call } from "./api.ts";

/** Over TLS the name itself binds the cookie to this host and to TLS (RFC 6265bis section 4.1.3). */
export function sessionCookie(c: Call): string {
  return `${c.get("ctx").overTls ? "__Host-" : ""}depositary-session`;
}

export function setSession(c: Call, token: string): void {
  setCookie(c, sessionCookie(c), token, options(c));
}

export function clearSession(c: Call): void {
  deleteCookie(c, sessionCookie(c), { path: "/", secure: c.get("ctx").overTls });
}

function options(c: Call) {
  const secure = c.get("ctx").overTls;
  return { httpOnly: true, sameSite: "Lax", path: "/", secure } as const;
}

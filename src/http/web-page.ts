import type { MiddlewareHandler } from "hono";
import { NONCE, secureHeaders } from "hono/secure-headers";
import type { Api, Call, Env } from "./api.ts";

/** The rooms of the web app: the first part of each of its addresses. */
export const webRooms = [
  "",
  "sign-in",
  "account",
  "letters",
  "agreements",
  "ceremonies",
  "archive",
  "verify",
  "register",
  "secretariat",
] as const;

/** Where the built page names the nonce of its styles. */
const mark = "__STYLE_NONCE__";

export function isWebPage({ req }: Call): boolean {
  const [, room = ""] = req.path.split("/");
  return (webRooms as readonly string[]).includes(room);
}

/** The app's script and style are its own files; styles that it makes itself carry the answer's nonce. */
export const pagePolicy = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    workerSrc: ["'self'"],
    styleSrc: ["'self'", NONCE],
    imgSrc: ["'self'", "blob:", "data:"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
}) as MiddlewareHandler<Env>;

/** The one page of the web app, at each of its addresses. It is not kept: it names the newest files. */
export function webPage(app: Api): void {
  app.get("*", async (c, next) => {
    if (!isWebPage(c)) return next();
    const page = await c.get("ctx").page();
    if (page === null) return c.text("The web app is not built: npm run build", 503);
    c.header("Cache-Control", "no-store");
    return c.html(page.replaceAll(mark, c.get("secureHeadersNonce") ?? ""));
  });
}

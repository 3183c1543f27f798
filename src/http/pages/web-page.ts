import type { MiddlewareHandler } from "hono";
import { NONCE, secureHeaders } from "hono/secure-headers";
import { directionOf, languageIn } from "#src/text/languages.ts";
import type { Api, Call, Env } from "../api/api.ts";
import { chooseLanguage } from "../api/choose-language.ts";
import { isDirect } from "../api/local-browser.ts";
import { pageTitle } from "./page-title.ts";

/** For this host only: the office's other hosts are not our decision (RFC 6797, 6.1.2). */
export const strictTransportSecurity = "max-age=31536000";

/** The web app's addresses, as in its own router. */
export const webAddresses = [
  "/",
  "/sign-in",
  "/account",
  "/letters",
  "/agreements",
  "/agreements/new",
  "/agreements/$id",
  "/agreements/$id/draft",
  "/agreements/$id/review",
  "/agreements/$id/sign",
  "/agreements/$id/record",
  "/ceremonies",
  "/ceremonies/$id",
  "/archive",
  "/actions",
  "/desk",
  "/desk/$id",
  "/verify",
  "/register",
  "/register/notifications",
  "/register/$id",
  "/secretariat/parties",
  "/secretariat/people",
  "/secretariat/credentials",
  "/secretariat/templates",
  "/secretariat/jobs",
  "/secretariat/keys",
] as const;

const patterns = webAddresses.map((address) => ({
  address,
  pattern: new RegExp(`^${address.replace(/\$\w+/g, "[^/]+").replace(/^\/$/, "")}/?$`),
}));

/** The placeholder for the style nonce in the built page. */
const mark = "__STYLE_NONCE__";

export function isWebPage(c: Call): boolean {
  return !c.req.path.startsWith("/api/") && addressAt(c) !== null;
}

/** The first matching pattern: `/agreements/new` is not an agreement. */
function addressAt({ req }: Call): string | null {
  return patterns.find(({ pattern }) => pattern.test(req.path))?.address ?? null;
}

/** Whether a person's browser requests a page, at an address that belongs to no program or file of ours. */
export function isForReader({ req }: Call): boolean {
  if (!["GET", "HEAD"].includes(req.method)) return false;
  if (/^\/(api|docs|assets)(\/|$)|^\/[\w-]+\.\w+$/.test(req.path)) return false;
  return req.header("Accept")?.includes("text/html") ?? false;
}

/** The app's script and style are its own files. Styles that it generates carry the answer's nonce. */
const page: Parameters<typeof secureHeaders>[0] = {
  strictTransportSecurity,
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
};
const ordinary = secureHeaders(page) as MiddlewareHandler<Env>;
const demonstration = secureHeaders({
  ...page,
  referrerPolicy: "same-origin",
}) as MiddlewareHandler<Env>;

/** Pages of a demonstration send a referrer to this service only. */
export const pagePolicy: MiddlewareHandler<Env> = (c, next) =>
  (c.get("ctx").demo ? demonstration : ordinary)(c, next);

/** Serves the web app's one page at each of its addresses. */
export function webPage(app: Api): void {
  app.get("*", async (c, next) => {
    if (!isWebPage(c)) return next();
    c.set("page", addressAt(c) ?? "");
    const named = addressByName(c);
    if (named) return c.redirect(named, 307);
    return (
      (await pageIn(c, addressAt(c))) ?? c.text("The web app is not built: npm run build", 503)
    );
  });
}

/** The same page for an unknown address; it says so in the reader's language. Null if the app is not built. */
export function notFoundPage(c: Call): Promise<Response | null> {
  return pageIn(c, null);
}

/**
 * The page in the language that the browser requests, until the app knows the reader's own. Not cached, because it
 * names the newest files. `address` is null for an unknown address.
 */
async function pageIn(c: Call, address: string | null): Promise<Response | null> {
  const page = await c.get("ctx").page();
  if (page === null) return null;
  const language = languageIn("interface", chooseLanguage(c)) ?? "en";
  const title = await pageTitle(c, address, language);
  const shown = title ?? (await pageTitle(c, null, language)) ?? "";
  c.header("Cache-Control", "no-store");
  c.header("Vary", "Accept-Language");
  const spoken = page
    .replace(/<html lang="\w+"/, `<html lang="${language}" dir="${directionOf(language)}"`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(shown)}</title>`)
    .replaceAll(mark, c.get("secureHeadersNonce") ?? "");
  return c.html(spoken, address === null || title === null ? 404 : 200);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * In a demonstration, maps this machine's IP address to its name. Browsers create passkeys only for names, and the
 * session cookie belongs to one of the two. Null for every other address.
 */
function addressByName(c: Call): string | null {
  const url = new URL(c.req.url);
  if (!c.get("ctx").demo || !isDirect(c) || url.hostname === "localhost") return null;
  url.hostname = "localhost";
  return url.href;
}

import { createRoute, z } from "@hono/zod-openapi";
import { enter } from "#src/accounts/enter.ts";
import { beginSignOn, endSignOn } from "#src/accounts/sign-on.ts";
import type { Provider } from "#src/config/single-sign-on.ts";
import { Refusal } from "#src/errors.ts";
import { limit } from "#src/limits/rates.ts";
import { returnPath } from "#src/text/return-path.ts";
import { deviceOf, networkOf } from "../api/address.ts";
import { type Api, type Call, serviceOf } from "../api/api.ts";
import { limitStranger } from "../api/attempts.ts";
import { json, problems } from "../api/contract.ts";
import { endCookie, keepCookie, readCookie } from "../api/cookies.ts";

const about = { tags: ["Session"] };

const begin = createRoute({
  ...about,
  method: "get",
  path: "/session/sign-on",
  request: { query: z.object({ next: z.string().max(2000).optional() }) },
  summary: "Sign in at the office's own identity provider (OpenID Connect)",
  responses: {
    200: {
      description: "Asked with `Accept: application/json`: where the browser is to go",
      ...json(z.object({ location: z.url() })),
    },
    302: { description: "To the provider" },
    ...problems(401, 404),
  },
});
const end = createRoute({
  ...about,
  method: "get",
  path: "/session/sign-on/callback",
  summary: "Where the identity provider sends the browser back",
  request: { query: z.looseObject({ state: z.string().max(500).optional() }) },
  responses: {
    200: {
      description: "Asked with `Accept: application/json`: signed in, with the session in a cookie",
      ...json(z.object({ location: z.string() })),
    },
    303: { description: "Signed in; to the web app" },
    ...problems(400, 401, 404),
  },
});

/** Single sign-on, if the office has configured a provider. */
export function signOn(api: Api): void {
  api.openapi(begin, async (c) => {
    const provider = named(c);
    await limit(c.get("ctx").limits, "challenges", `sign-on ${networkOf(c)}`);
    const { location, browser } = await beginSignOn(serviceOf(c), provider, callback(c));
    const next = returnPath(c.req.valid("query").next);
    const kept = { browser, next };
    keepCookie(c, "sign-on", JSON.stringify(kept), { maxAge: 600 });
    return goTo(c, location, 302) as never;
  });
  api.openapi(end, async (c) => {
    const provider = named(c);
    const { browser, next } = readKept(readCookie(c, "sign-on"));
    // Do this before the session is opened: nothing that can fail comes after that.
    endCookie(c, "sign-on");
    const redirectUri = callback(c);
    const url = new URL(`${redirectUri}${new URL(c.req.url).search}`);
    const ctx = serviceOf(c);
    const { token } = await limitStranger(c, "sign-on", async () => {
      const shown = await endSignOn(ctx, provider, { url, browser, redirectUri });
      return enter(ctx, async () => shown, deviceOf(c));
    });
    keepCookie(c, "session", token);
    return goTo(c, next, 303) as never;
  });
}

/** Parses the cookie kept while the person is at the provider; checks the return address again. */
function readKept(cookie: string | undefined): { browser: string; next: string } {
  const kept = z.object({ browser: z.string(), next: z.string() });
  const read = kept.safeParse(parse(cookie ?? ""));
  if (!read.success) return { browser: "", next: "/" };
  return { browser: read.data.browser, next: returnPath(read.data.next) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Redirects a browser; a client that asks for JSON gets the location in the body. */
function goTo(c: Call, location: string, status: 302 | 303): Response {
  const asksJson = /\bapplication\/json\b/i.test(c.req.header("Accept") ?? "");
  c.header("Vary", "Accept");
  return asksJson ? c.json({ location }, 200) : c.redirect(location, status);
}

function named(c: Call): Provider {
  const { provider } = c.get("ctx");
  if (!provider) throw new Refusal("not-found", "No identity provider is set up here.");
  return provider;
}

function callback(c: Call): string {
  const base = c.get("ctx").publicUrl ?? new URL(c.req.url).origin;
  return `${base}/api/v1/session/sign-on/callback`;
}

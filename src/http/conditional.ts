import type { MiddlewareHandler } from "hono";
import { sha256 } from "#src/digest.ts";
import type { Call, Env } from "./api.ts";
import { isUnchanged } from "./if-none-match.ts";

/** What everybody sees alike may be kept by anyone for so long, and is then asked for by its tag. */
const sharedSeconds = 60;
const shared = /^\/(api\/v1\/(register|registered-files|checkpoints)(\/|$)|openapi\.json$|docs$)/;
/** What shows keys, sessions or letters is kept by nobody. */
const secret = /^\/api\/v1\/(session|sessions|keys|passkeys|signatures|demo)(\/|$)/;

/**
 * Gives every answer to GET a tag and says who may keep it. A client that has it already is answered 304 (RFC 9110,
 * 15.4.5), after everything that could refuse the request has been asked. Streams and files have tags of their own.
 */
export const conditional: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const isShared = shared.test(c.req.path);
  if (!isShared && !c.req.path.startsWith("/api/v1/")) return;
  const isStream = c.res.headers.get("Cache-Control") === "no-store";
  if (c.req.method !== "GET" && c.req.method !== "HEAD") return keep(c, "no-store");
  c.res.headers.append("Vary", isShared ? "Accept-Language" : "Authorization, Cookie");
  if (c.res.status >= 400) return keep(c, "no-store");
  keep(c, keptBy(c, isShared));
  if (c.res.status !== 200 || isStream || !isText(c)) return;
  const body = new Uint8Array(await c.res.arrayBuffer());
  const etag = await tagOf(c, body);
  const headers = new Headers(c.res.headers);
  headers.set("ETag", etag);
  if (isUnchanged(c, etag)) {
    headers.delete("Content-Type");
    c.res = undefined;
    c.res = new Response(null, { status: 304, headers });
  } else {
    headers.set("Content-Length", String(body.length));
    c.res = undefined;
    c.res = new Response(body, { status: 200, headers });
  }
};

function keptBy({ req }: Call, isShared: boolean): string {
  if (isShared) return `public, max-age=${sharedSeconds}`;
  return secret.test(req.path) ? "no-store" : "private, no-cache";
}

/** A route that has said it itself knows better. */
function keep(c: Call, how: string): void {
  if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", how);
}

function isText(c: Call): boolean {
  return /^(application\/(json|x-ndjson)|text\/)/.test(c.res.headers.get("Content-Type") ?? "");
}

/**
 * The digest of what is sent. If the route names the agreement's version, that comes first: the same version may be
 * shown otherwise to another person or at another time, and If-Match asks for the version alone.
 */
async function tagOf(c: Call, body: Uint8Array): Promise<string> {
  const digest = (await sha256(body)).slice(0, 32);
  const version = c.res.headers.get("ETag")?.match(/^"(\d+)"$/)?.[1];
  return version ? `"${version}-${digest}"` : `"${digest}"`;
}

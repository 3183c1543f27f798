import type { MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Call, Env } from "./api.ts";
import { isUnchanged } from "./if-none-match.ts";

/** How long anyone can cache a public answer before revalidating it by its tag. */
const sharedSeconds = 60;
const shared = /^\/(api\/v1\/(register|registered-files|checkpoints)(\/|$)|openapi\.json$|docs$)/;
/** Answers with keys, sessions or letters must never be stored. */
const secret = /^\/api\/v1\/(session|sessions|keys|passkeys|signatures|demo)(\/|$)/;

/**
 * Gives every answer to GET an ETag and a cache policy. Answers 304 if the client already has it (RFC 9110, 15.4.5),
 * after everything that could refuse the request. Streams and files have their own tags.
 */
export const conditional: MiddlewareHandler<Env> = async (c, next) => {
  const written = keepText(c);
  await next();
  const isShared = shared.test(c.req.path);
  if (!isShared && !c.req.path.startsWith("/api/v1/")) return;
  const isStream = c.res.headers.get("Cache-Control") === "no-store";
  if (c.req.method !== "GET" && c.req.method !== "HEAD") return keep(c, "no-store");
  c.res.headers.append("Vary", isShared ? "Accept-Language" : "Authorization, Cookie");
  if (c.res.status >= 400) return keep(c, "no-store");
  keep(c, keptBy(c, isShared));
  // A browser may be on a shared machine, so it must not store what only its person may see.
  const isOwn = c.res.headers.get("Cache-Control")?.startsWith("private");
  if (isOwn && c.get("proof")?.via === "session") c.res.headers.set("Cache-Control", "no-store");
  if (c.res.status !== 200 || isStream || !isText(c)) return;
  const text = written(c.res);
  const body = text ?? new Uint8Array(await c.res.arrayBuffer());
  const etag = await tagOf(c, body);
  // Read the headers only now: on Node they change once the body has been read.
  const { headers } = c.res;
  headers.set("ETag", etag);
  headers.set("Content-Length", String(Buffer.byteLength(body)));
  if (isUnchanged(c, etag)) answer(c, 304, null);
  else if (text === null) answer(c, 200, body);
};

/** Keeps the text of a JSON answer. Reading it back from the answer's stream would cost more than the tag. */
function keepText(c: Call): (answer: Response) => string | null {
  let kept: { answer: Response; text: string } | null = null;
  const json = (
    value: unknown,
    status?: ContentfulStatusCode,
    headers?: Record<string, string>,
  ) => {
    const text = JSON.stringify(value);
    const answer = c.newResponse(text, status, { "Content-Type": "application/json", ...headers });
    kept = { answer, text };
    return answer;
  };
  c.json = json as Call["json"];
  return (answer) => (kept?.answer === answer ? kept.text : null);
}

/** Replaces the answer and keeps its headers. */
function answer(c: Call, status: 200 | 304, body: string | Uint8Array<ArrayBuffer> | null): void {
  const headers = new Headers(c.res.headers);
  if (body === null) for (const name of ["Content-Type", "Content-Length"]) headers.delete(name);
  c.res = undefined;
  c.res = new Response(body, { status, headers });
}

function keptBy({ req }: Call, isShared: boolean): string {
  if (isShared) return `public, max-age=${sharedSeconds}`;
  return secret.test(req.path) ? "no-store" : "private, no-cache";
}

/** Does not override a route that has set its own policy. */
function keep(c: Call, how: string): void {
  if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", how);
}

function isText(c: Call): boolean {
  return /^(application\/(json|x-ndjson)|text\/)/.test(c.res.headers.get("Content-Type") ?? "");
}

/**
 * The digest of what is sent. If the route names the agreement's version, that comes first: the same version can look
 * different to another person or at another time, and If-Match needs the version alone.
 */
async function tagOf(c: Call, body: Uint8Array | string): Promise<string> {
  const digest = (await sha256(body)).slice(0, 32);
  const version = c.res.headers.get("ETag")?.match(/^"(\d+)"$/)?.[1];
  return version ? `"${version}-${digest}"` : `"${digest}"`;
}

import type { MiddlewareHandler } from "hono";
import { Refusal } from "#src/errors.ts";
import type { Env } from "./api.ts";

const maxJson = 1_000_000;
const maxText = 1_000_000;
const maxPdf = 20_000_000;
const maxDepth = 32;

/** What each media type may weigh. */
const limits: Record<string, number> = {
  "application/json": maxJson,
  "text/markdown": maxText,
  "application/pdf": maxPdf,
  "image/png": maxPdf,
  "image/jpeg": maxPdf,
};

/**
 * Reads every body once, before any route does: by media type, within its size, and JSON only to a depth
 * of 32. What a body is not is a refusal, never a fault.
 */
export const readBody: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method === "GET" || c.req.method === "HEAD" || !c.req.raw.body) return next();
  const type = (c.req.header("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const limit = limits[type];
  if (limit === undefined) {
    if (await isEmpty(c.req.raw.body)) return next();
    throw new Refusal(
      "unsupported-media-type",
      `Send ${Object.keys(limits).join(", ")} as the route's contract says.`,
    );
  }
  const bytes = await readAtMost(c.req.raw.body, limit);
  if (type === "application/json") checkJson(bytes);
  // The routes read the same bytes again, as often as they like, through Hono's own cache.
  const { method, headers, url } = c.req.raw;
  c.req.raw = new Request(url, { method, headers, body: bytes as BodyInit });
  return next();
};

async function isEmpty(body: ReadableStream<Uint8Array>): Promise<boolean> {
  const { done, value } = await body.getReader().read();
  return done || value.length === 0;
}

async function readAtMost(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) {
      throw new Refusal("body-too-large", `The body is larger than ${limit} bytes.`);
    }
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function checkJson(bytes: Uint8Array): void {
  const text = decode(bytes);
  if (depthOf(text) > maxDepth) {
    throw new Refusal("body-too-deep", `The JSON is nested deeper than ${maxDepth} levels.`);
  }
  try {
    JSON.parse(text);
  } catch {
    throw new Refusal("malformed-request", "The body is not JSON.");
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("malformed-request", "The body is not UTF-8.");
  }
}

/** The deepest nesting of brackets outside strings, found without parsing. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const char = json[i];
    if (inString) {
      if (char === "\\") i++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "{" || char === "[") deepest = Math.max(deepest, ++depth);
    else if (char === "}" || char === "]") depth--;
  }
  return deepest;
}

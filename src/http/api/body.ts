import type { MiddlewareHandler } from "hono";
import { Refusal } from "#src/errors.ts";
import { decodeText, UnknownCharset } from "#src/text/decode-text.ts";
import type { Call, Env } from "./api.ts";
import { checkJson } from "./check-json.ts";
import { type MediaType, readMediaType } from "./media-type.ts";

const maxJson = 1_000_000;
const maxText = 1_000_000;
const maxFile = 20_000_000;

/** The maximum size of a body in bytes, by media type. */
const limits: Record<string, number> = {
  "application/json": maxJson,
  "text/markdown": maxText,
  "application/pdf": maxFile,
  "image/png": maxFile,
  "image/jpeg": maxFile,
};

/**
 * Reads every body once, before its route runs. It must have a media type that the route takes, fit its size limit, be
 * uncompressed, and have text in a charset that can be decoded strictly. Routes get the same bytes; texts are UTF-8
 * without a byte order mark. A body that does not fit is a Refusal, never a fault.
 */
export const readBody: MiddlewareHandler<Env> = async (c, next) => {
  const { method } = c.req;
  if (method === "GET" || method === "HEAD") return next();
  refuseEncoded(c);
  const { types } = c.get("route");
  const type = readMediaType(c.req.header("Content-Type"));
  const takes = types.length === 0 ? ["application/json"] : types;
  const known = type !== null && takes.includes(type.name);
  const stream = c.req.raw.body;
  const bytes = stream
    ? await readAtMost(stream, known ? (limits[type.name] ?? 0) : 0, known)
    : null;
  if (bytes === "too-long") throw unsupported(types);
  if (type !== null && !known && types.length > 0) throw unsupported(types);
  if (bytes === null || bytes.length === 0) {
    if (types.length > 0) throw new Refusal("malformed-request", "The body is missing.");
    return replace(c, null, null, next);
  }
  if (!known) throw unsupported(types);
  const content = isText(type) ? new TextEncoder().encode(readText(bytes, type)) : bytes;
  if (types.length === 0) refuseContent(content);
  return replace(c, content, type.name, next);
};

/** Never decodes a content coding: a small body could become a huge one (RFC 9110, 8.4). */
function refuseEncoded(c: Call): void {
  const coding = c.req.header("Content-Encoding")?.trim().toLowerCase();
  if (coding === undefined || coding === "" || coding === "identity") return;
  const detail = `Send the body without a Content-Encoding; ${JSON.stringify(coding)} is not read.`;
  throw new Refusal("unsupported-encoding", detail);
}

function unsupported(types: string[]): Refusal {
  const detail =
    types.length > 0 ? `Send the body as ${types.join(", ")}.` : "This address takes no body.";
  return new Refusal("unsupported-media-type", detail);
}

/** A route without a body accepts an empty one, or an object without keys. */
function refuseContent(json: Uint8Array): void {
  if (/^\s*\{\s*\}\s*$/.test(new TextDecoder().decode(json))) return;
  throw new Refusal("malformed-request", "This address takes no body.");
}

const isText = ({ name }: MediaType) => name === "application/json" || name.startsWith("text/");

function readText(bytes: Uint8Array, { name, charset }: MediaType): string {
  const isJson = name === "application/json";
  if (isJson && charset !== "utf-8") throw unreadable(charset, "JSON is always UTF-8 (RFC 8259)");
  try {
    const decoded = decodeText(bytes, charset);
    if ("fault" in decoded) {
      const detail = `The body is not ${charset.toUpperCase()}: ${decoded.fault.detail}.`;
      throw new Refusal("undecodable-text", detail, { errors: [decoded.fault] });
    }
    if (isJson) checkJson(decoded.text);
    return decoded.text;
  } catch (error) {
    if (error instanceof UnknownCharset) throw unreadable(charset, "send UTF-8");
    throw error;
  }
}

function unreadable(charset: string, instead: string): Refusal {
  const detail = `The charset ${JSON.stringify(charset)} cannot be read; ${instead}.`;
  return new Refusal("unsupported-charset", detail);
}

/** Reads the bytes of a body of a known type. For an unknown type, only checks whether there are any. */
async function readAtMost(
  body: ReadableStream<Uint8Array>,
  limit: number,
  known: boolean,
): Promise<Uint8Array | "too-long"> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > limit && !known) return "too-long";
      if (size > limit) {
        throw new Refusal("body-too-large", `The body is larger than ${limit} bytes.`);
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("malformed-request", "The body ended before it was complete.");
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Puts the content into Hono's own cache, so that routes can read it repeatedly. */
function replace(
  c: Call,
  content: Uint8Array | null,
  type: string | null,
  next: () => Promise<void>,
) {
  const { method, url } = c.req.raw;
  const headers = new Headers(c.req.raw.headers);
  if (type) headers.set("Content-Type", type);
  else headers.delete("Content-Type");
  c.req.raw = new Request(url, { method, headers, body: content as BodyInit | null });
  return next();
}

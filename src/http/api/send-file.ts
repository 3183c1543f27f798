import type { Pile } from "#src/archive/objects.ts";
import { Refusal } from "#src/errors.ts";
import type { Call } from "./api.ts";
import { isUnchanged, mayBePart } from "./if-none-match.ts";

type File = {
  bytes: Uint8Array;
  digest: string;
  type: string;
  name: string;
  /** Whether anyone can read it. */
  shared?: boolean;
};

/**
 * Sends a file as an attachment. ETag is its sha-256 (RFC 9110, 8.8.3), and so is Repr-Digest, even with a partial
 * answer. Content-Digest comes only with the whole file (RFC 9530, 2 and 3). Serves one byte range (RFC 9110, 14);
 * several ranges or an invalid one get the whole file.
 */
export function sendFile(c: Call, { bytes, digest, type, name, shared }: File): Response {
  const etag = `"${digest}"`;
  const headers = {
    ETag: etag,
    "Repr-Digest": `sha-256=:${base64(digest)}:`,
    "Accept-Ranges": "bytes",
    "Cache-Control": shared ? "public, no-cache" : "private, no-cache",
  };
  if (isUnchanged(c, etag)) {
    return new Response(null, { status: 304, headers });
  }
  const file = {
    ...headers,
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${name.replaceAll(/[^\w.-]/g, "-")}"`,
  };
  // A range applies only to GET, and only to the same file of which the client has a part.
  const asked = c.req.method === "GET" && mayBePart(c, etag) ? c.req.header("Range") : undefined;
  const range = rangeOf(asked, bytes.length);
  if (range === "none") {
    return new Response(bytes as BodyInit, {
      headers: {
        ...file,
        "Content-Digest": headers["Repr-Digest"],
        "Content-Length": String(bytes.length),
      },
    });
  }
  if (range === "outside") {
    return new Response(null, {
      status: 416,
      headers: { ...headers, "Content-Range": `bytes */${bytes.length}` },
    });
  }
  const [from, to] = range;
  return new Response(bytes.subarray(from, to + 1) as BodyInit, {
    status: 206,
    headers: { ...file, "Content-Range": `bytes ${from}-${to}/${bytes.length}` },
  });
}

/** The bytes of a digest on record. The store verifies them; if they are missing, that is a fault of the store. */
export async function fetchObject(pile: Pile, digest: string): Promise<Uint8Array> {
  const bytes = await pile.get(digest);
  if (!bytes) throw new Refusal("integrity-error", "The stored file is missing.");
  return bytes;
}

function rangeOf(header: string | undefined, size: number): "none" | "outside" | [number, number] {
  const match = header?.match(/^bytes=\s*(\d*)-(\d*)\s*$/i);
  if (!match || (match[1] === "" && match[2] === "")) return "none";
  const from = match[1] === "" ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const to = match[1] === "" || match[2] === "" ? size - 1 : Math.min(Number(match[2]), size - 1);
  return from > to || from >= size ? "outside" : [from, to];
}

function base64(hex: string): string {
  return btoa(hex.replaceAll(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16))));
}

import type { Pile } from "#src/archive/objects.ts";
import { Refusal } from "#src/errors.ts";
import type { Call } from "./api.ts";
import { isUnchanged, mayBePart } from "./if-none-match.ts";

type File = {
  bytes: Uint8Array;
  digest: string;
  type: string;
  name: string;
  /** Whether everybody may have it. */
  shared?: boolean;
};

/**
 * Answers a file as an attachment. ETag is its sha-256 (RFC 9110, 8.8.3), and so is Repr-Digest, also beside a part
 * of it; Content-Digest stands with the whole file only (RFC 9530, 2 and 3). One byte range is served (RFC 9110, 14);
 * several, or what is no range, get the whole file.
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
  // A range is asked of GET alone, and of the file that the client has the beginning of.
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

/** The bytes of a digest on record; the store checks them, and their absence is a fault of the store. */
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

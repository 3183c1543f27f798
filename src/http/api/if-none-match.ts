import type { Call } from "./api.ts";

/**
 * Whether the client already has the answer: If-None-Match names the tag, also in a list or weakly, or is `*` (RFC
 * 9110, 13.1.2). Only for reading methods.
 */
export function isUnchanged(c: Call, etag: string): boolean {
  const header = c.req.header("If-None-Match")?.trim();
  if (header === undefined) return false;
  if (header === "*") return true;
  return [...header.matchAll(/(?:W\/)?("[^"]*")/g)].some(([, tag]) => tag === opaque(etag));
}

/** Whether a range can be answered: there is no If-Range, or it names the tag strongly (RFC 9110, 13.1.5). */
export function mayBePart(c: Call, etag: string): boolean {
  const header = c.req.header("If-Range")?.trim();
  return header === undefined || header === etag;
}

const opaque = (etag: string) => etag.replace(/^W\//, "");

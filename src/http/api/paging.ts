import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { Cursor } from "#src/db/cursor.ts";
import { Refusal } from "#src/errors.ts";
import type { Call } from "./api.ts";

export const limit = z.coerce.number().int().min(1).max(200).default(50);
export const cursor = z.string().max(300).optional();

const macBytes = 16;
const shape = z.strictObject({
  at: z.iso.datetime().optional(),
  id: z.union([z.uuid(), z.string().regex(/^\d{1,18}$/)]),
  asOf: z.iso.datetime().optional(),
});

/**
 * Decodes the request's cursor; null without one. A cursor is valid only for the list and filter of the page that it
 * came with; only `limit` can change. Throws a Refusal for any other.
 */
export async function readCursor(c: Call): Promise<Cursor | null> {
  const given = c.req.query("cursor");
  if (given === undefined) return null;
  const bytes = Buffer.from(given, "base64url");
  const [mac, place] = [bytes.subarray(0, macBytes), bytes.subarray(macBytes)];
  const isOurs =
    bytes.toString("base64url") === given &&
    mac.length === macBytes &&
    timingSafeEqual(mac, await authenticate(c, place));
  if (isOurs) return shape.parse(JSON.parse(place.toString())) as Cursor;
  throw new Refusal("malformed-request", "The cursor is not one of this list and filter.", {
    errors: [{ pointer: "/cursor", detail: "is not a cursor of an earlier page of this list" }],
  });
}

/** The cursor after a page of `limit` rows, of which one more was read; null on the last page. */
export async function nextCursor(
  c: Call,
  places: { id: string; at?: Date }[],
  limit: number,
  asOf?: string,
): Promise<string | null> {
  const last = places[limit - 1];
  if (places.length <= limit || !last) return null;
  const place = Buffer.from(
    JSON.stringify({ ...(last.at && { at: last.at.toISOString() }), id: last.id, asOf }),
  );
  return Buffer.concat([await authenticate(c, place), place]).toString("base64url");
}

/** An HMAC over the list's address, its filter and the place, with the deployment's cursor key. */
async function authenticate(c: Call, place: Uint8Array): Promise<Uint8Array> {
  const { pathname, searchParams } = new URL(c.req.url);
  const filter = [...searchParams]
    .filter(([name]) => name !== "cursor" && name !== "limit")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const mac = createHmac("sha256", await c.get("ctx").cursorKey());
  return mac
    .update(JSON.stringify([pathname, filter]))
    .update(place)
    .digest()
    .subarray(0, macBytes);
}

import { z } from "@hono/zod-openapi";
import type { Cursor } from "#src/cursor.ts";
import { Refusal } from "#src/errors.ts";

export const limit = z.coerce.number().int().min(1).max(200).default(50);

const shape = z.object({ at: z.iso.datetime(), id: z.uuid() });

/** The place an opaque cursor names; null without one. Throws a Refusal for one we did not write. */
export function readCursor(cursor: string | undefined): Cursor | null {
  if (cursor === undefined) return null;
  try {
    return shape.parse(JSON.parse(atob(cursor)));
  } catch {
    throw new Refusal("malformed-request", "The cursor is not one of ours.", {
      errors: [{ pointer: "/cursor", detail: "is not a cursor of an earlier page" }],
    });
  }
}

/** The cursor after a page of `limit` rows of which one more was read; null on the last page. */
export function nextCursor(rows: { id: string; created_at: Date }[], limit: number): string | null {
  return cursorAfter(
    rows.map(({ id, created_at }) => ({ id, at: created_at })),
    limit,
  );
}

/** The same, where a list is ordered by another time. */
export function cursorAfter(rows: { id: string; at: Date }[], limit: number): string | null {
  const last = rows[limit - 1];
  if (rows.length <= limit || !last) return null;
  return btoa(JSON.stringify({ at: last.at.toISOString(), id: last.id }));
}

import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { once, type RequestKey } from "#src/db/idempotency.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { checkPaper, type Paper } from "./check-paper.ts";

export type NewPaper = Paper & { direction: "in" | "out" };
export type Registered = { id: string; reference: string };

/** The number of an entry as people cite it: `IN-2026-12`. */
export function deskReference({
  direction,
  year,
  number,
}: {
  direction: "in" | "out";
  year: number;
  number: number;
}): string {
  return [direction.toUpperCase(), year, number].join("-");
}

/**
 * Enters a paper in the register under the next number of this year and direction. Numbers have no gaps and are never
 * used again: the row of the last number stays locked until the entry is on record. Throws the Refusals `forbidden` and
 * `malformed-request`.
 */
export function registerPaper(
  ctx: Context,
  { person, request }: { person: Person; request: RequestKey | null },
  given: NewPaper,
): Promise<Registered> {
  mustKeep(person);
  const { direction } = given;
  const { zone } = ctx;
  return ctx.db.transaction().execute((tx) => {
    const at = ctx.now();
    return once(tx, request, at, async () => {
      const paper = await checkPaper(tx, person, given, { ctx, direction, zone });
      const year = Number(civilDate(at.toISOString(), zone).slice(0, 4));
      const number = await nextNumber(tx, direction, year);
      const id = ctx.id();
      const entry = { id, direction, year, number, zone, person: person.id, at };
      await tx
        .insertInto("desk_entries")
        .values({ ...paper, ...entry, reason: null, corrected_by: null, corrected_at: null })
        .execute();
      return { id, reference: deskReference(entry) };
    });
  });
}

/** Throws a Refusal unless the person keeps the register. */
export function mustKeep(person: Person): void {
  if (can(person, "keep-correspondence")) return;
  throw new Refusal("forbidden", "Only the secretariat and legal officers keep the register.");
}

async function nextNumber(tx: Tx, direction: "in" | "out", year: number): Promise<number> {
  const { last } = await tx
    .insertInto("desk_numbers")
    .values({ direction, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(["direction", "year"]).doUpdateSet({ last: sql`desk_numbers.last + 1` }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return last;
}

import { type RawBuilder, sql } from "kysely";
import type { Effect } from "#workflows/step.ts";

/**
 * The statement that leaves an act's effects for the relay; sent within the act's own transaction, so that
 * both are kept or neither.
 */
export function addToOutbox(
  effects: Effect[],
  { agreement, number, at }: { agreement: string; number: number; at: Date },
): RawBuilder<unknown> {
  const names = effects.map(({ name }) => name);
  return sql`INSERT INTO outbox (agreement, number, effect, created_at)
    SELECT ${agreement}::uuid, ${number}::integer, effect, ${at}::timestamptz
    FROM unnest(${names}::text[]) AS effect`;
}

import { type RawBuilder, sql } from "kysely";
import type { Origin } from "#src/observe/request-id.ts";
import type { Effect } from "#workflows/step.ts";

type Ordered = {
  agreement: string;
  number: number;
  at: Date;
  /** The evidence entry of the act. */
  seq: number;
  origin: Origin;
};

/**
 * The statement that adds an act's effects to the outbox. Send it in the act's own transaction, so that both commit or
 * neither.
 */
export function addToOutbox(
  effects: Effect[],
  { agreement, number, at, seq, origin }: Ordered,
): RawBuilder<unknown> {
  const names = effects.map(({ name }) => name);
  return sql`INSERT INTO outbox (agreement, number, effect, created_at, request, traceparent, seq)
    SELECT ${agreement}::uuid, ${number}::integer, effect, ${at}::timestamptz,
      ${origin.request}::text, ${origin.traceparent}::text, ${seq}::integer
    FROM unnest(${names}::text[]) AS effect`;
}

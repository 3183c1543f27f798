import { sql } from "kysely";
import type { Tx } from "#src/db.ts";
import { Refusal } from "#src/errors.ts";

/** One request as its sender means it: the same key from the same person on the same route is one deed. */
export type RequestKey = { person: string; route: string; key: string; fingerprint: string };

/**
 * Does a deed once. Sent again with the same body it gives the first answer; with another body it is
 * refused; while the first is running it is refused for now. The answer is stored in the deed's own
 * transaction, so a COMMIT whose reply was lost is answered when the request is sent again.
 */
export async function once<T>(
  tx: Tx,
  request: RequestKey | null,
  at: Date,
  run: () => Promise<T>,
): Promise<T> {
  if (!request) return run();
  const { person, route, key, fingerprint } = request;
  const { rows } = await sql<{ free: boolean; earlier: Earlier<T> | null }>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`${person} ${route} ${key}`}, 0)) AS free,
      (SELECT jsonb_build_object('fingerprint', fingerprint, 'answer', answer)
       FROM idempotency_keys
       WHERE person = ${person} AND route = ${route} AND key = ${key}) AS earlier`.execute(tx);
  const { free, earlier } = rows[0] ?? { free: false, earlier: null };
  if (earlier && earlier.fingerprint !== fingerprint) {
    throw new Refusal("key-reused", "This Idempotency-Key was used for another request.");
  }
  if (earlier) return earlier.answer;
  if (!free) throw inProgress();
  const answer = await run();
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("idempotency_keys")
    .values({ ...request, answer: JSON.stringify(answer), created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  // The first request committed between our look and our lock: its answer waits for the next try.
  if (numInsertedOrUpdatedRows === 0n) throw inProgress();
  return answer;
}

type Earlier<T> = { fingerprint: string; answer: T };

function inProgress(): Refusal {
  return new Refusal("key-in-progress", "The same request is still being carried out.", {
    retryAfter: 1,
  });
}

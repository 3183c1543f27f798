import { type RawBuilder, sql } from "kysely";
import { Refusal } from "#src/errors.ts";
import type { Tx } from "./db.ts";

/** Identifies a request: two with the same key, from the same person on the same route, are one. */
export type RequestKey = { person: string; route: string; key: string; fingerprint: string };

/** What we know of a request's key: whether no other process is carrying it out, and the earlier answer. */
export type KeyLook<T> = { free: boolean; earlier: { fingerprint: string; answer: T } | null };

/**
 * Carries out a request once. If the request is sent again with the same body, it returns the first answer. It refuses
 * the key with another body, and refuses for now while the first is running. The answer is stored in the transaction of
 * the change, so a client that lost the reply to a COMMIT gets it by sending again.
 */
export async function once<T>(
  tx: Tx,
  request: RequestKey | null,
  at: Date,
  run: () => Promise<T>,
): Promise<T> {
  if (!request) return run();
  const { rows } = await sql<{ look: KeyLook<T> }>`SELECT ${lookAtKey(request)} AS look`.execute(
    tx,
  );
  const earlier = earlierAnswer(request, rows[0]?.look ?? null);
  if (earlier) return earlier.answer;
  const answer = await run();
  await keepAnswer(request, answer, at)
    .execute(tx)
    .catch((error) => {
      throw orInProgress(error);
    });
  return answer;
}

/** An expression for a `KeyLook`; it also locks the key for this transaction. */
export function lookAtKey({ person, route, key }: RequestKey): RawBuilder<unknown> {
  return sql`jsonb_build_object(
    'free', pg_try_advisory_xact_lock(hashtextextended(${`${person} ${route} ${key}`}, 0)),
    'earlier', (SELECT jsonb_build_object('fingerprint', fingerprint, 'answer', answer)
      FROM idempotency_keys
      WHERE person = ${person} AND route = ${route} AND key = ${key}))`;
}

/** The earlier answer, or null if there is none; a Refusal if the key is in use. */
export function earlierAnswer<T>(
  { fingerprint }: RequestKey,
  look: KeyLook<T> | null,
): { answer: T } | null {
  const { free, earlier } = look ?? { free: false, earlier: null };
  if (earlier && earlier.fingerprint !== fingerprint) {
    throw new Refusal("key-reused", "This Idempotency-Key was used for another request.");
  }
  if (!earlier && !free) throw inProgress();
  return earlier;
}

/**
 * The statement that keeps the answer. It fails if the first request committed between our look and our lock
 * (`orInProgress`); the next try returns the first request's answer.
 */
export function keepAnswer(request: RequestKey, answer: unknown, at: Date): RawBuilder<unknown> {
  const { person, route, key, fingerprint } = request;
  return sql`INSERT INTO idempotency_keys (person, route, key, fingerprint, answer, created_at)
    VALUES (${person}, ${route}, ${key}, ${fingerprint}, ${JSON.stringify(answer)}, ${at})`;
}

/** Turns an error of the statement that keeps the answer into its refusal, or returns the error itself. */
export function orInProgress(error: unknown): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string };
  const taken = code === "23505" && constraint === "idempotency_keys_pkey";
  return taken ? inProgress() : error;
}

function inProgress(): Refusal {
  return new Refusal("key-in-progress", "The same request is still being carried out.", {
    retryAfter: 1,
  });
}

import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "#src/db/db.ts";
import { type KeyLook, lookAtKey, type RequestKey } from "#src/db/idempotency.ts";
import { leavingByClaim } from "#workflows/claims.ts";
import { type Facts, noFacts } from "#workflows/facts.ts";
import type { Reservation } from "#workflows/reservation-record.ts";
import { type CivilDate, ordinaryTerms } from "#workflows/terms.ts";
import { type StoredStatement, withStatements } from "./statements.ts";
import { type Undone, withoutUndone } from "./undone.ts";

/** Reads the facts on record about an agreement, in one query. */
export async function readFacts(db: Db | Tx, agreement: string): Promise<Facts> {
  const { rows } = await sceneQuery(agreement, null).execute(db);
  return sceneOf(rows).facts;
}

/** Reads the facts of many agreements by id. Omits those that the person cannot see. */
export async function readManyFacts(db: Db, agreements: string[]): Promise<Map<string, Facts>> {
  const { rows } = await sql<{ id: string; facts: Stored }>`
    SELECT agreement AS id, facts FROM facts_of(${agreements}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, facts }) => [id, factsOf(facts)]));
}

/**
 * Reads what the public may know about a published agreement: who consented when, and what was said about reservations.
 * Null if it is not published. One query.
 */
export async function readPublicFacts(db: Db, agreement: string): Promise<Facts | null> {
  const { rows } = await sql<{ facts: Stored | null }>`
    SELECT register.reservation_facts(${agreement}::uuid) AS facts`.execute(db);
  const facts = rows[0]?.facts ?? null;
  return facts && factsOf(facts);
}

export type SceneRow<T> = { facts: Stored; look: KeyLook<T> | null };

/**
 * Builds the query for the facts and the stored state of the idempotency key. Within an act, an earlier statement must
 * lock the row. A statement that waited for the lock itself would still see the rows as they were before the wait.
 */
export function sceneQuery<T>(
  agreement: string,
  request: RequestKey | null,
): RawBuilder<SceneRow<T>> {
  const look = request ? lookAtKey(request) : sql`NULL::jsonb`;
  return sql<SceneRow<T>>`
    SELECT facts, ${look} AS look FROM facts_of(ARRAY[${agreement}::uuid])`;
}

/** Parses the result of the scene query. */
export function sceneOf<T>([row]: SceneRow<T>[]): { facts: Facts; look: KeyLook<T> | null } {
  if (!row) throw new Error("There is no such agreement.");
  return { look: row.look, facts: factsOf(row.facts) };
}

function factsOf({
  closesAt = null,
  respondBy = null,
  undone = {},
  statements = [],
  ...rest
}: Stored): Facts {
  // Terms that the release before them did not write are the ordinary ones.
  const terms = { ...ordinaryTerms, ...rest.terms };
  const reservations = (rest.reservations ?? []).map(notifiedEach);
  const known = { ...noFacts, ...rest, reservations, terms };
  const facts = {
    ...known,
    notices: { ...known.notices, ...leavingWithPeriod(known), ...leavingByClaim(known) },
    // What a revoked claim would have suspended goes on.
    suspensions: known.suspensions.filter(
      ({ claim }) => !known.claims.some(({ id, revokedOn }) => id === claim && revokedOn !== null),
    ),
    // A State that does not intend to become a party applies it no more (VCLT article 25(2)).
    provisionalBy: known.provisionalBy.filter(
      (party) => !known.standing[party]?.startsWith("notIntending"),
    ),
  };
  const current = { ...facts, ...withoutUndone(facts, undone) };
  return {
    ...current,
    ...withStatements(current, statements),
    closesAt: instant(closesAt),
    respondBy: instant(respondBy),
  };
}

/** The parties that leave at the end of a period, because they opted out of the next: as if by a notice. */
function leavingWithPeriod({ optedOut, notices, standing }: Facts): Facts["notices"] {
  return Object.fromEntries(
    Object.entries(optedOut).filter(
      ([party]) =>
        ["noticeRunning", "ended"].includes(standing[party] ?? "") && notices[party] === undefined,
    ),
  );
}

/** A reservation with its notifications by day, as the query groups them. */
type StoredReservation = Omit<Reservation, "notified"> & {
  notified: { circulatedOn: CivilDate; notifiedOn: CivilDate; parties: string[] }[];
};

function notifiedEach({ notified, ...rest }: StoredReservation): Reservation {
  const each = notified.flatMap(({ parties, ...days }) =>
    parties.map((party) => [party, days] as const),
  );
  return { ...rest, notified: Object.fromEntries(each) };
}

/** The query's result: instants are milliseconds since 1970, and facts of stages not yet reached are absent. */
type Stored = Omit<Partial<Facts>, "closesAt" | "respondBy" | "reservations"> & {
  reservations?: StoredReservation[];
  closesAt?: number | null;
  respondBy?: number | null;
  undone?: Undone;
  statements?: StoredStatement[];
};

function instant(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}

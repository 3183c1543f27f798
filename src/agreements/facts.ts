import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "#src/db/db.ts";
import { type KeyLook, lookAtKey, type RequestKey } from "#src/db/idempotency.ts";
import { type Facts, noFacts } from "#workflows/facts.ts";
import { signatoryActs } from "./acting-signatory.ts";
import { laterFacts } from "./facts-later.ts";
import { factsOfSignature } from "./facts-of-signature.ts";

/** Reads the facts on record about an agreement, in one query. */
export async function readFacts(db: Db | Tx, agreement: string): Promise<Facts> {
  const { rows } = await sceneQuery(agreement, null).execute(db);
  return sceneOf(rows).facts;
}

/** Reads the facts of many agreements by id. Omits those that the person cannot see. */
export async function readManyFacts(db: Db, agreements: string[]): Promise<Map<string, Facts>> {
  const { rows } = await sql<{ id: string; facts: Stored }>`
    SELECT a.id, ${stored} AS facts FROM agreements a
    WHERE a.id = ANY (${agreements}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, facts }) => [id, factsOf(facts)]));
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
    SELECT ${stored} AS facts, ${look} AS look FROM agreements a WHERE a.id = ${agreement}`;
}

/** Parses the result of the scene query. */
export function sceneOf<T>([row]: SceneRow<T>[]): { facts: Facts; look: KeyLook<T> | null } {
  if (!row) throw new Error("There is no such agreement.");
  return { look: row.look, facts: factsOf(row.facts) };
}

function factsOf({ closesAt = null, respondBy = null, ...rest }: Stored): Facts {
  return { ...noFacts, ...rest, closesAt: instant(closesAt), respondBy: instant(respondBy) };
}

/** The query's result: instants are milliseconds since 1970, and facts of stages not yet reached are absent. */
type Stored = Omit<Partial<Facts>, "closesAt" | "respondBy"> & {
  closesAt?: number | null;
  respondBy?: number | null;
};

function instant(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}

/** Facts about the text of the agreement `a`. Acts on an earlier text no longer count. */
const textFacts: RawBuilder<Stored> = sql`jsonb_build_object(
      'languages', a.languages,
      'terms', a.terms,
      'respondBy', extract(epoch FROM a.respond_by) * 1000,
      'parties', (SELECT coalesce(jsonb_agg(party ORDER BY position), '[]') FROM agreement_parties
        WHERE agreement = a.id),
      'states', (SELECT coalesce(jsonb_agg(party), '[]') FROM agreement_parties
        JOIN parties ON code = party WHERE agreement = a.id AND kind = 'state'),
      'standing', (SELECT coalesce(jsonb_object_agg(party, standing), '{}') FROM agreement_parties
        WHERE agreement = a.id),
      'digest', (SELECT digest FROM versions WHERE agreement = a.id AND number = a.text_version),
      'circulated', (SELECT digest FROM versions
        WHERE agreement = a.id AND number = a.circulated_version),
      'written', (SELECT coalesce(jsonb_agg(language), '[]') FROM version_texts
        WHERE agreement = a.id AND number = a.text_version),
      'drafters', (SELECT coalesce(jsonb_object_agg(language, drafter), '{}') FROM version_texts
        WHERE agreement = a.id AND number = a.text_version),
      'signatories', (SELECT coalesce(jsonb_object_agg(party, signatory), '{}')
        FROM agreement_parties ap WHERE agreement = a.id AND ${signatoryActs(sql`a.text_version`)}),
      'approvedBy', (SELECT coalesce(jsonb_agg(party), '[]') FROM approvals
        WHERE agreement = a.id AND number = a.text_version),
      'certified', (SELECT coalesce(jsonb_agg(language), '[]') FROM concordances
        WHERE agreement = a.id AND number = a.text_version),
      'authenticatedBy', (SELECT coalesce(jsonb_agg(person), '[]') FROM authentications
        WHERE agreement = a.id AND number = a.text_version),
      'withdrawnBy', (SELECT coalesce(jsonb_agg(person), '[]') FROM withdrawals
        WHERE agreement = a.id AND number = a.text_version)
    )`;

/** All facts on record about an agreement `a` that its stage calls for. */
const stored: RawBuilder<Stored> = sql`${textFacts}
      || CASE WHEN a.stage ? 'draft' THEN '{}' ELSE ${factsOfSignature} END
      || CASE WHEN a.stage ? 'publish' THEN ${laterFacts} ELSE '{}' END`;

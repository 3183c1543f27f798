import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "#src/db.ts";
import { type KeyLook, lookAtKey, type RequestKey } from "#src/idempotency.ts";
import type { Facts } from "#workflows/facts.ts";

/** The facts on record about an agreement, in one query. */
export async function readFacts(db: Db | Tx, agreement: string): Promise<Facts> {
  const { facts } = await readScene(db, agreement, null);
  return facts;
}

/**
 * The facts, and what is known of the request's key, in one query. Within an act the row must be locked by
 * an earlier statement: a statement that waited for the lock itself would still see the rows as they were
 * before the wait.
 */
export async function readScene<T>(
  db: Db | Tx,
  agreement: string,
  request: RequestKey | null,
): Promise<{ facts: Facts; look: KeyLook<T> | null }> {
  const look = request ? lookAtKey(request) : sql`NULL::jsonb`;
  const { rows } = await sql<{ facts: Stored; look: KeyLook<T> | null }>`
    SELECT ${facts} AS facts, ${look} AS look
    FROM agreements a WHERE a.id = ${agreement}`.execute(db);
  const row = rows[0];
  if (!row) throw new Error(`No agreement ${agreement}`);
  const { closesAt, ...rest } = row.facts;
  const end = closesAt === null ? null : new Date(closesAt).toISOString();
  return { look: row.look, facts: { ...rest, closesAt: end } };
}

/** As the query gives them: an instant is milliseconds since 1970. */
type Stored = Omit<Facts, "closesAt"> & { closesAt: number | null };

/** Of the agreement `a`; what was done to an earlier text no longer counts. */
const facts: RawBuilder<Stored> = sql`jsonb_build_object(
      'languages', a.languages,
      'parties', (SELECT coalesce(jsonb_agg(party ORDER BY position), '[]') FROM agreement_parties
        WHERE agreement = a.id),
      'digest', (SELECT digest FROM versions WHERE agreement = a.id AND number = a.text_version),
      'circulated', (SELECT digest FROM versions
        WHERE agreement = a.id AND number = a.circulated_version),
      'written', (SELECT coalesce(jsonb_agg(language), '[]') FROM version_texts
        WHERE agreement = a.id AND number = a.text_version),
      'drafters', (SELECT coalesce(jsonb_object_agg(language, drafter), '{}') FROM version_texts
        WHERE agreement = a.id AND number = a.text_version),
      'signatories', (SELECT coalesce(jsonb_object_agg(party, signatory), '{}')
        FROM agreement_parties WHERE agreement = a.id AND signatory IS NOT NULL),
      'approvedBy', (SELECT coalesce(jsonb_agg(party), '[]') FROM approvals
        WHERE agreement = a.id AND number = a.text_version),
      'certified', (SELECT coalesce(jsonb_agg(language), '[]') FROM concordances
        WHERE agreement = a.id AND number = a.text_version),
      'authenticatedBy', (SELECT coalesce(jsonb_agg(person), '[]') FROM authentications
        WHERE agreement = a.id AND number = a.text_version),
      'original', (SELECT digest FROM originals
        WHERE agreement = a.id AND number = a.text_version AND original = 'common'),
      'openedBy', (SELECT coalesce(jsonb_agg(person), '[]') FROM openings
        WHERE agreement = a.id AND number = a.text_version),
      'agreedToWithdrawal', (SELECT coalesce(jsonb_agg(party), '[]') FROM withdrawal_agreements
        WHERE agreement = a.id AND number = a.text_version),
      'withdrawnBy', (SELECT coalesce(jsonb_agg(person), '[]') FROM withdrawals
        WHERE agreement = a.id AND number = a.text_version),
      'closesAt', (SELECT extract(epoch FROM closes_at) * 1000 FROM openings
        WHERE agreement = a.id AND number = a.text_version ORDER BY at LIMIT 1),
      'signedBy', (SELECT coalesce(jsonb_agg(party), '[]') FROM signatures
        WHERE agreement = a.id AND number = a.text_version)
    )`;

import { sql } from "kysely";
import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import type { LaterAgreement } from "#workflows/acts.ts";
import { bound } from "#workflows/bound.ts";
import { readFacts } from "../facts.ts";
import { findAgreement } from "../find.ts";
import { stageOf } from "../stage-of.ts";

/**
 * Reads what the law needs to know about the later agreement: its stage, for whom and since when it is in force, and
 * whether it was concluded later. Null if the person does not see it.
 */
export async function readLaterAgreement(
  db: Db | Tx,
  { earlier, later, person }: { earlier: string; later: string; person: Person },
): Promise<LaterAgreement | null> {
  const row = await findAgreement(db, later, person).catch((error) => {
    if (error instanceof Refusal && error.code === "not-found") return null;
    throw error;
  });
  if (!row) return null;
  const facts = await readFacts(db, later);
  const stage = stageOf(row);
  const sides = typeof stage === "object" ? stage.publish : undefined;
  return {
    isAnother: earlier !== later,
    isLater: (await concludedAt(db, later)) > (await concludedAt(db, earlier)),
    inForce: typeof sides === "object" && sides.legal === "inForce",
    parties: bound(facts),
    since: facts.entry.parties,
  };
}

/** A sort key: the day of the last signature and, within a day, the instant of the seal. "" before the seal. */
async function concludedAt(db: Db | Tx, agreement: string): Promise<string> {
  const { rows } = await sql<{ concluded: string | null }>`
    SELECT (SELECT max(coalesce(g.signed_on, (g.at AT TIME ZONE 'UTC')::date))::text FROM signatures g
        WHERE g.agreement = a.id AND g.number = a.text_version)
      || ' ' || (SELECT to_char(min(s.at) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') FROM seals s
        WHERE s.agreement = a.id AND s.number = a.text_version) AS concluded
    FROM agreements a WHERE a.id = ${agreement}`.execute(db);
  return rows[0]?.concluded ?? "";
}

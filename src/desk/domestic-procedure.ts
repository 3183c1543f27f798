import { sql } from "kysely";
import { findAgreement } from "#src/agreements/find.ts";
import type { Context } from "#src/context.ts";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { type Fault, Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";
import { checkText } from "#src/text/policy.ts";
import { civilDate } from "#workflows/civil-date.ts";
import type { CivilDate } from "#workflows/terms.ts";

/** The usual steps on the way to consent, in their order. Each State takes those that its law asks for. */
export const procedureSteps = [
  "ministry",
  "cabinet",
  "parliament",
  "head-of-state",
  "gazette",
] as const;
export type ProcedureStep = (typeof procedureSteps)[number];

export type Report = {
  party?: string | undefined;
  step: ProcedureStep;
  /** When it was completed. */
  on?: CivilDate | undefined;
  expectedOn?: CivilDate | undefined;
  note?: string | undefined;
  /** Whether the public register shows it. */
  public: boolean;
  /** For the office: the entry of the desk's register that says so. */
  correspondence?: string | undefined;
};

export type ReportedStep = {
  party: string;
  step: ProcedureStep;
  on: string | null;
  expectedOn: string | null;
  note: string | null;
  public: boolean;
  correspondence: string | null;
  person: { id: string; names: Worded } | null;
  at: string;
  /** How often the step was reported before. */
  earlier: { on: string | null; expectedOn: string | null; note: string | null; at: string }[];
};

/**
 * Records what a party's focal point reports of its domestic procedure; the office does so only from a paper of that
 * party. It has no effect in law: consent follows from what the party notifies (VCLT articles 11 to 16). Throws
 * `not-found`, `forbidden` and `malformed-request`.
 */
export async function reportStep(
  ctx: Context,
  { agreement, person }: { agreement: string; person: Person },
  given: Report,
): Promise<{ id: string }> {
  const { step, on = null, expectedOn = null, correspondence = null } = given;
  const party = given.party ?? person.party ?? "";
  return ctx.db.transaction().execute(async (tx) => {
    const row = await findAgreement(tx, agreement, person);
    const isOwn = person.party === null || person.party === party;
    if (!can(person, "report-procedure") || !isOwn) {
      throw new Refusal("forbidden", "You report for your own party only.");
    }
    const at = ctx.now();
    const faults: Fault[] = [];
    if (!row.party_codes.includes(party)) {
      faults.push({ pointer: "/party", detail: "does not take part in the agreement" });
    }
    if (on !== null && on > civilDate(at.toISOString(), row.terms.zone)) {
      faults.push({ pointer: "/on", detail: "lies after today; report it as expected" });
    }
    if (person.party === null) {
      const entry = await tx
        .selectFrom("desk_entries")
        .select("party")
        .where("id", "=", correspondence ?? "00000000-0000-0000-0000-000000000000")
        .where("direction", "=", "in")
        .executeTakeFirst();
      if (entry?.party !== party) {
        faults.push({ pointer: "/correspondence", detail: "is not a paper of this party" });
      }
    } else if (correspondence !== null) {
      faults.push({ pointer: "/correspondence", detail: "is for the office" });
    }
    if (faults.length > 0) {
      throw new Refusal("malformed-request", "The report is not complete.", { errors: faults });
    }
    const note = given.note
      ? checkText(given.note, { kind: "body", language: person.language, pointer: "/note" })
      : null;
    const id = ctx.id();
    await tx
      .insertInto("procedure_steps")
      .values({
        id,
        agreement,
        party,
        step,
        on_day: on,
        expected_on: expectedOn,
        note,
        is_public: given.public,
        correspondence,
        person: person.id,
        at,
      })
      .execute();
    return { id };
  });
}

/** The last report of each step of each party, with the earlier ones. One query after the agreement's. */
export async function listSteps(
  db: Db,
  agreement: string,
  person: Person,
): Promise<ReportedStep[]> {
  await findAgreement(db, agreement, person);
  const { rows } = await sql<ReportedStep>`
    SELECT party, step, on_day::text AS on, expected_on::text AS "expectedOn", note,
      is_public AS public, correspondence, to_json(at) #>> '{}' AS at,
      (SELECT jsonb_build_object('id', p.id, 'names', p.names) FROM people p
        WHERE p.id = person) AS person,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('on', e.on_day, 'expectedOn', e.expected_on,
          'note', e.note, 'at', to_json(e.at)) ORDER BY e.seq), '[]')
        FROM procedure_steps e WHERE e.agreement = s.agreement AND e.party = s.party
          AND e.step = s.step AND e.seq < s.seq) AS earlier
    FROM procedure_steps s WHERE s.agreement = ${agreement}
      AND NOT EXISTS (SELECT FROM procedure_steps l WHERE l.agreement = s.agreement
        AND l.party = s.party AND l.step = s.step AND l.seq > s.seq)
    ORDER BY party`.execute(db);
  const placeOf = ({ step }: ReportedStep) => procedureSteps.indexOf(step);
  return (
    rows
      .toSorted((a, b) => (a.party === b.party ? placeOf(a) - placeOf(b) : 0))
      // The register's entries are the office's own.
      .map((row) => (person.party === null ? row : { ...row, correspondence: null }))
  );
}

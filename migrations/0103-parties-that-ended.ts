import { type Kysely, sql } from "kysely";

/** What a function or view says now, and what it says instead. */
const inFacts = {
  from: "BEGIN RETURN (",
  to: `BEGIN RETURN jsonb_build_object('ceased', (
      SELECT coalesce(jsonb_object_agg(k.code, coalesce(k.ceased, s.ceased) ->> 'on'), '{}')
      FROM agreement_parties c JOIN parties k ON k.code = c.party
        JOIN parties s ON s.code = coalesce(k.state, k.code)
      WHERE c.agreement = a.id AND coalesce(k.ceased, s.ceased) IS NOT NULL)) || (`,
};
const inView = { from: /\n\s+FROM /, to: ",\n t.ceased\n FROM " };

const statements = [
  // The day on which a State or organisation ceased to exist, and why: {"on", "reason"}.
  "ALTER TABLE parties ADD COLUMN ceased jsonb CHECK (ceased ->> 'on' IS NOT NULL OR ceased IS NULL)",
  "ALTER TABLE office_proposals DROP CONSTRAINT office_proposals_kind_check",
  `ALTER TABLE office_proposals ADD CONSTRAINT office_proposals_kind_check
    CHECK (kind IN ('invite-person', 'change-person', 'publish-template', 'end-party'))`,
];

/** A State that has ceased to exist, or an organisation that was dissolved: on record, by two of the secretariat. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  const { rows: functions } = await sql<{ source: string }>`
    SELECT pg_get_functiondef('facts_of_parties(agreements)'::regprocedure) AS source`.execute(db);
  const facts = functions[0]?.source ?? "";
  if (!facts.includes(inFacts.from)) throw new Error("facts_of_parties does not read as expected.");
  await sql.raw(facts.replace(inFacts.from, () => inFacts.to)).execute(db);
  const { rows: views } = await sql<{ source: string }>`
    SELECT pg_get_viewdef('register.parties'::regclass) AS source`.execute(db);
  const view = (views[0]?.source ?? "").replace(inView.from, () => inView.to);
  await sql.raw(`CREATE OR REPLACE VIEW register.parties AS ${view}`).execute(db);
}

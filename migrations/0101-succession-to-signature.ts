import { type Kysely, sql } from "kysely";

/** What the view and the public's facts say now, and what they say instead. */
const inView = { from: "'predecessor'::text", to: "'to'::text, 'predecessor'::text" };
const inFacts = {
  of: "register.reservation_facts(uuid)",
  from: "'succeededOn', s -> 'detail' -> 'succeededOn'",
  to: "'succeededOn', s -> 'detail' -> 'succeededOn', 'to', s -> 'detail' -> 'to'",
};

function changed(source: string, { from, to }: { from: string; to: string }): string {
  if (!source.includes(from)) throw new Error("It does not read as expected.");
  return source.replace(from, () => to);
}

/** A succession to a signature, which is no consent yet, is public as one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows: views } = await sql<{ source: string }>`
    SELECT pg_get_viewdef('register.party_acts'::regclass) AS source`.execute(db);
  const view = changed(views[0]?.source ?? "", inView);
  await sql.raw(`CREATE OR REPLACE VIEW register.party_acts AS ${view}`).execute(db);
  const { rows } = await sql<{ source: string }>`
    SELECT pg_get_functiondef(${inFacts.of}::regprocedure) AS source`.execute(db);
  await sql.raw(changed(rows[0]?.source ?? "", inFacts)).execute(db);
}

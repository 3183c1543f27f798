import { type Kysely, sql } from "kysely";

const acts = [
  "acceptance",
  "objection",
  "objection-withdrawal",
  "confirmation",
  "withdrawal",
  "approval",
  "opposition",
  "reclassification",
  "late-objection",
];
const listed = acts.map((act) => `'${act}'`).join(", ");

/** Which words of a communication the register shows: never its file, nor the officer's reason. */
const published = ["communication", "concerning", "subject", "reservation"];

/** What each function or view says now, and what it says instead. */
const functions = [
  {
    of: "facts_of_reservations(agreements)",
    from: "x.act IN ('approval', 'opposition', 'reclassification')",
    to: "x.act IN ('approval', 'opposition', 'reclassification', 'late-objection')",
  },
  // An objection that came too late changes nothing, so it is no later action to register.
  {
    of: "facts_of_registration(agreements)",
    from: "WHERE s.agreement = a.id AND s.action = 0)",
    to: `WHERE s.agreement = a.id AND s.action = 0
        AND e.detail ->> 'act' IS DISTINCT FROM 'late-objection')`,
  },
];
const inView = [
  ["ARRAY['give-notice'::text", "ARRAY['communicate'::text, 'give-notice'::text"],
  [
    "ARRAY['predecessor'::text",
    `ARRAY[${published.map((name) => `'${name}'::text`).join(", ")}, 'predecessor'::text`,
  ],
] as const;

async function changeFunctions(db: Kysely<unknown>): Promise<void> {
  for (const { of, from, to } of functions) {
    const { rows } = await sql<{ source: string }>`
      SELECT pg_get_functiondef(${of}::regprocedure) AS source`.execute(db);
    const source = rows[0]?.source ?? "";
    if (!source.includes(from)) throw new Error(`${of} does not read as expected.`);
    await sql.raw(source.replace(from, () => to)).execute(db);
  }
}

async function showCommunications(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ source: string }>`
    SELECT pg_get_viewdef('register.party_acts'::regclass) AS source`.execute(db);
  let source = rows[0]?.source ?? "";
  for (const [from, to] of inView) {
    if (!source.includes(from)) throw new Error("register.party_acts does not read as expected.");
    source = source.replace(from, () => to);
  }
  await sql.raw(`CREATE OR REPLACE VIEW register.party_acts AS ${source}`).execute(db);
}

/** Objections that came too late, and other communications of States: kept, shown, and without effect. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `ALTER TABLE reservation_acts DROP CONSTRAINT reservation_acts_act_check,
        ADD CONSTRAINT reservation_acts_act_check CHECK (act IN (${listed}))`,
    )
    .execute(db);
  await changeFunctions(db);
  await showCommunications(db);
}

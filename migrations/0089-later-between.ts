import { type Kysely, sql } from "kysely";

const later = `(SELECT coalesce(jsonb_agg(jsonb_build_object(
    'parties', e.detail -> 'parties', 'on', e.detail -> 'on', 'basis', e.detail -> 'basis',
    'successor', e.detail -> 'successor', 'title', e.detail -> 'title',
    'source', e.detail -> 'source', 'notifiedOn', e.detail -> 'notifiedOn') ORDER BY e.seq), '[]')
  FROM evidence e WHERE e.agreement = a.id AND e.act = 'supersede-between')`;

/** What each function says now, and what it says instead. */
const changes: { of: string; from: string; to: string }[] = [
  {
    of: "facts_of_ending(agreements)",
    from: "'agreedToRenewal'",
    to: `'laterBetween', ${later}, 'agreedToRenewal'`,
  },
  {
    of: "register.reservation_facts(uuid)",
    from: "|| facts_of_force(a)",
    to: `|| facts_of_force(a) || jsonb_build_object('laterBetween', ${later})`,
  },
  {
    of: "register.reservation_facts(uuid)",
    from: "'notices', 'reservations'",
    to: "'notices', 'laterBetween', 'reservations'",
  },
];

async function change(db: Kysely<unknown>, { of, from, to }: (typeof changes)[number]) {
  const { rows } = await sql<{ source: string }>`
    SELECT pg_get_functiondef(${of}::regprocedure) AS source`.execute(db);
  const source = rows[0]?.source ?? "";
  if (!source.includes(from)) throw new Error(`${of} does not read as expected.`);
  await sql.raw(source.replace(from, () => to)).execute(db);
}

/** Later agreements between some of the parties, from the evidence of the act that recorded them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const one of changes) await change(db, one);
}

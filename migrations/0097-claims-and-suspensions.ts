import { type Kysely, sql } from "kysely";

/** Suspensions between some of the parties, from the evidence of the act that recorded them. */
const suspensions = `(SELECT coalesce(jsonb_agg((e.detail -> 'suspended') || jsonb_build_object(
      'resumedOn', (SELECT r.detail -> 'on' FROM evidence r WHERE r.agreement = a.id
        AND r.act = 'resume-between' AND r.detail ->> 'suspension' = e.detail #>> '{suspended,id}'
        ORDER BY r.seq LIMIT 1)) ORDER BY e.seq), '[]')
    FROM evidence e WHERE e.agreement = a.id
      AND e.act IN ('suspend-between', 'carry-out-claim') AND e.detail ? 'suspended')`;

const about = (act: string) =>
  `x.agreement = c.agreement AND x.act = '${act}' AND x.detail ->> 'claim' = c.detail ->> 'claim'`;

/** Claims (VCLT article 65): what was notified, when each State received it, and what became of it. */
const claims = `(SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', c.detail -> 'claim', 'party', c.party, 'ground', c.detail -> 'ground',
      'measure', c.detail -> 'measure', 'against', c.detail -> 'against',
      'articles', c.detail -> 'articles', 'on', c.on_day, 'until', c.detail -> 'until',
      'circulatedOn', (SELECT n.circulated_on FROM notifications n
        WHERE n.agreement = c.agreement AND n.seq = c.seq),
      'receivedOn', (SELECT coalesce(jsonb_object_agg(t.party, t.received_on), '{}')
        FROM notifications n JOIN notification_receipts t
          ON t.prefix = n.prefix AND t.year = n.year AND t.serial = n.serial
        WHERE n.agreement = c.agreement AND n.seq = c.seq),
      'objections', (SELECT coalesce(jsonb_agg(jsonb_build_object('party', x.party, 'on', x.on_day,
          'withdrawnOn', (SELECT min(w.on_day) FROM party_acts w WHERE w.agreement = c.agreement
            AND w.act = 'answer-claim' AND w.party = x.party AND w.seq > x.seq
            AND w.detail ->> 'claim' = c.detail ->> 'claim'
            AND w.detail ->> 'answer' = 'objection-withdrawal')) ORDER BY x.seq), '[]')
        FROM party_acts x WHERE ${about("answer-claim")} AND x.detail ->> 'answer' = 'objection'),
      'carriedOut', (SELECT jsonb_build_object('on', x.on_day, 'from', x.detail -> 'from')
        FROM party_acts x WHERE ${about("carry-out-claim")} ORDER BY x.seq LIMIT 1),
      'revokedOn', (SELECT min(x.on_day) FROM party_acts x WHERE ${about("revoke-claim")})
    ) ORDER BY c.seq), '[]')
    FROM party_acts c WHERE c.agreement = a.id AND c.act = 'notify-claim')`;

const both = `'suspensions', ${suspensions}, 'claims', ${claims}`;

/** What each function says now, and what it says instead. */
const functions = [
  {
    of: "facts_of_ending(agreements)",
    from: "'agreedToRenewal'",
    to: `${both}, 'agreedToRenewal'`,
  },
  {
    of: "register.reservation_facts(uuid)",
    from: "|| facts_of_force(a)",
    to: `|| facts_of_force(a) || jsonb_build_object(${both})`,
  },
  {
    of: "register.reservation_facts(uuid)",
    from: "'notices', 'laterBetween'",
    to: "'notices', 'suspensions', 'claims', 'laterBetween'",
  },
];

/** Which acts of parties, and which of their words, the register shows. */
const acts = ["notify-claim", "answer-claim", "carry-out-claim", "revoke-claim"];
const words = [
  ...["claim", "ground", "measure", "against", "articles", "urgency", "answer", "until"],
  ...["solution", "stays"],
];
const listed = (names: string[]) => names.map((name) => `'${name}'::text`).join(", ");
const inView = [
  ["ARRAY['communicate'::text", `ARRAY[${listed(acts)}, 'communicate'::text`],
  ["ARRAY['communication'::text", `ARRAY[${listed(words)}, 'communication'::text`],
] as const;

/** Suspension between some of the parties, and the procedure of VCLT articles 65 to 68: facts, and what is public. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const { of, from, to } of functions) {
    const { rows } = await sql<{ source: string }>`
      SELECT pg_get_functiondef(${of}::regprocedure) AS source`.execute(db);
    const source = rows[0]?.source ?? "";
    if (!source.includes(from)) throw new Error(`${of} does not read as expected.`);
    await sql.raw(source.replace(from, () => to)).execute(db);
  }
  const { rows } = await sql<{ source: string }>`
    SELECT pg_get_viewdef('register.party_acts'::regclass) AS source`.execute(db);
  let source = rows[0]?.source ?? "";
  for (const [from, to] of inView) {
    if (!source.includes(from)) throw new Error("register.party_acts does not read as expected.");
    source = source.replace(from, () => to);
  }
  await sql.raw(`CREATE OR REPLACE VIEW register.party_acts AS ${source}`).execute(db);
}

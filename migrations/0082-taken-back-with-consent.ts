import { type Kysely, sql } from "kysely";

/** Reservations and declarations that came with an instrument: its party had consented when they were lodged. */
const withInstrument = "('contracting', 'awaitingAcceptance')";

/** What each function says now, and what it says instead. */
const changes: { of: string; from: string; to: string }[] = [
  // Those that came with an instrument that was withdrawn are history, as those of an earlier participation are.
  {
    of: "facts_of_undone(agreements)",
    from: "'undoings', u.undoings,",
    to: `'undoings', u.undoings,
        'withdrawn', (SELECT coalesce(jsonb_agg(r.id), '[]') FROM reservations r
          WHERE r.agreement = a.id AND r.party = u.party AND r.standing IN ${withInstrument}
            AND r.at <= (SELECT max(e.at) FROM evidence e WHERE e.agreement = a.id
              AND e.party = u.party AND e.act = 'withdraw-consent')),`,
  },
  // A confirmation has no effect without the instrument that made it (VCLT article 23(2)).
  {
    of: "facts_of_reservations(agreements)",
    from: "x.act = 'confirmation')",
    to: `x.act = 'confirmation' AND NOT EXISTS (SELECT FROM evidence e WHERE e.agreement = a.id
        AND e.party = r.party AND e.act = 'withdraw-consent' AND e.at >= x.at))`,
  },
  // A succession is a consent, on which the effects of reservations depend.
  {
    of: "register.reservation_facts(uuid)",
    from: "RETURN (SELECT jsonb_object_agg(key, value) FROM jsonb_each(known)",
    to: `RETURN jsonb_build_object('statements', (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'party', s -> 'party', 'act', s -> 'act', 'on', s -> 'on', 'ended', s -> 'ended',
          'detail', jsonb_build_object('predecessor', s -> 'detail' -> 'predecessor',
            'succeededOn', s -> 'detail' -> 'succeededOn'))), '[]')
        FROM jsonb_array_elements(known -> 'statements') AS s WHERE s ->> 'act' = 'succeed'))
        || (SELECT jsonb_object_agg(key, value) FROM jsonb_each(known)`,
  },
];

async function change(db: Kysely<unknown>, { of, from, to }: (typeof changes)[number]) {
  const { rows } = await sql<{ source: string }>`
    SELECT pg_get_functiondef(${of}::regprocedure) AS source`.execute(db);
  const source = rows[0]?.source ?? "";
  if (!source.includes(from)) throw new Error(`${of} does not read as expected.`);
  await sql.raw(source.replace(from, () => to)).execute(db);
}

/** What a party takes back with its consent, and successions among the facts that the public may know. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A reservation is confirmed again by the instrument that follows a withdrawn one.
  await sql`ALTER TABLE reservation_acts DROP CONSTRAINT reservation_acts_pkey,
    ADD PRIMARY KEY (reservation, party, act, at)`.execute(db);
  for (const one of changes) await change(db, one);
}

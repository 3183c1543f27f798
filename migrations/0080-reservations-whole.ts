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
];
const listed = acts.map((act) => `'${act}'`).join(", ");

const tables = [
  // A partial withdrawal: the words that are left of a reservation, and the articles that they concern.
  `CREATE TABLE reservation_changes (
    id uuid PRIMARY KEY,
    reservation uuid NOT NULL REFERENCES reservations,
    party text NOT NULL REFERENCES parties,
    language text NOT NULL,
    text text NOT NULL,
    articles integer[] NOT NULL,
    person uuid NOT NULL REFERENCES people,
    on_day date NOT NULL,
    at timestamptz NOT NULL
  )`,
  // When a State received notice of a withdrawal, which operates for it from then (VCLT article 22(3)). \`of\` is the
  // State that withdrew its objection, or the partial withdrawal's id.
  `CREATE TABLE reservation_receipts (
    reservation uuid NOT NULL REFERENCES reservations,
    act text NOT NULL CHECK (act IN ('withdrawal', 'narrowing', 'objection-withdrawal')),
    of text NOT NULL,
    party text NOT NULL REFERENCES parties,
    received_on date NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (reservation, act, of, party)
  )`,
  // The competent organ's decision (VCLT article 20(3)).
  `CREATE TABLE reservation_decisions (
    reservation uuid PRIMARY KEY REFERENCES reservations,
    accepted boolean NOT NULL,
    organ text NOT NULL,
    reference text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    on_day date NOT NULL,
    at timestamptz NOT NULL
  )`,
  // What the end of a time to object decided.
  `CREATE TABLE reservation_settlements (
    reservation uuid PRIMARY KEY REFERENCES reservations,
    verdict text NOT NULL CHECK (verdict IN ('deposited', 'prevented', 'accepted')),
    on_day date NOT NULL,
    at timestamptz NOT NULL
  )`,
];

const names = [
  "reservation_changes",
  "reservation_receipts",
  "reservation_decisions",
  "reservation_settlements",
];

const of = (act: string) => `x.reservation = r.id AND x.act = '${act}'`;
const receipts = (act: string, more = "") => `(SELECT coalesce(
  jsonb_object_agg(c.party, c.received_on), '{}') FROM reservation_receipts c
  WHERE c.reservation = r.id AND c.act = '${act}'${more})`;

/**
 * Reservations and declarations with everything that was said about them, oldest first. Most States are notified on the
 * same day, so notifications are grouped: an object for each State took a third of the whole answer's time.
 */
const ofReservations = `SELECT jsonb_build_object('reservations', coalesce(jsonb_agg(jsonb_build_object(
    'id', r.id, 'party', r.party, 'kind', r.kind, 'articles', r.articles,
    'signedAs', (SELECT g.signed_as FROM signatures g WHERE g.agreement = r.agreement
      AND g.party = r.party AND g.number = a.text_version
      AND r.standing <> 'contracting' AND g.at = r.at),
    'madeOn', r.made_on,
    'confirmedOn', (SELECT min(x.on_day) FROM reservation_acts x WHERE ${of("confirmation")}),
    'withdrawnOn', (SELECT min(x.on_day) FROM reservation_acts x WHERE ${of("withdrawal")}),
    'withdrawalReceivedOn', ${receipts("withdrawal")},
    'narrowings', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'on', n.on_day,
        'articles', n.articles,
        'receivedOn', ${receipts("narrowing", " AND c.of = n.id::text")}) ORDER BY n.at), '[]')
      FROM reservation_changes n WHERE n.reservation = r.id),
    'notified', (SELECT coalesce(jsonb_agg(jsonb_build_object('circulatedOn', n.circulated_on,
        'notifiedOn', n.notified_on, 'parties', n.parties)), '[]')
      FROM (SELECT circulated_on, notified_on, array_agg(party) AS parties
        FROM reservation_notifications WHERE reservation = r.id GROUP BY 1, 2) AS n),
    'answers', (SELECT coalesce(jsonb_agg(jsonb_build_object('party', x.party, 'act', x.act,
        'on', x.on_day, 'excludes', coalesce(x.excludes, false), 'ground', x.ground,
        'withdrawnOn', w.on_day, 'withdrawalReceivedOn', c.received_on) ORDER BY x.at), '[]')
      FROM reservation_acts x
      LEFT JOIN reservation_acts w ON w.reservation = x.reservation AND w.party = x.party
        AND w.act = 'objection-withdrawal' AND x.act = 'objection'
      LEFT JOIN reservation_receipts c ON c.reservation = x.reservation
        AND c.act = 'objection-withdrawal' AND c.of = x.party AND c.party = r.party
        AND w.party IS NOT NULL
      WHERE x.reservation = r.id AND x.act IN ('acceptance', 'objection')),
    'reactions', (SELECT coalesce(jsonb_agg(jsonb_build_object('party', x.party, 'act', x.act,
        'on', x.on_day) ORDER BY x.at), '[]') FROM reservation_acts x
      WHERE x.reservation = r.id AND x.act IN ('approval', 'opposition', 'reclassification')),
    'organ', (SELECT jsonb_build_object('accepted', d.accepted, 'on', d.on_day)
      FROM reservation_decisions d WHERE d.reservation = r.id),
    'acceptedOn', (SELECT s.on_day FROM reservation_settlements s
      WHERE s.reservation = r.id AND s.verdict = 'accepted'),
    'late', CASE WHEN r.circulated_on IS NOT NULL THEN jsonb_build_object(
        'circulatedOn', r.circulated_on,
        'closedOn', (SELECT s.on_day FROM reservation_settlements s WHERE s.reservation = r.id),
        'deposited', EXISTS (SELECT FROM reservation_settlements s
          WHERE s.reservation = r.id AND s.verdict = 'deposited')) END,
    'replaces', r.replaces
  ) ORDER BY r.at, r.id), '[]'))
  FROM reservations r WHERE r.agreement = a.id`;

const statements = [
  `ALTER TABLE reservation_acts DROP CONSTRAINT reservation_acts_act_check,
    ADD CONSTRAINT reservation_acts_act_check CHECK (act IN (${listed})),
    ADD COLUMN excludes boolean,
    ADD COLUMN ground text CHECK (ground IN ('prohibited', 'incompatible'))`,
  // Only a late reservation has a day of circulation of its own.
  `ALTER TABLE reservations ADD COLUMN circulated_on date,
    ADD COLUMN replaces uuid REFERENCES reservations`,
  ...tables,
  "CREATE INDEX reservation_changes_by_reservation ON reservation_changes (reservation, at)",
  ...names.flatMap((table) => [
    `CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `REVOKE UPDATE ON ${table} FROM depositary_api`,
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
    `CREATE POLICY of_askers ON ${table} TO depositary_api
      USING (EXISTS (SELECT FROM reservations x WHERE x.id = reservation))`,
  ]),
  `CREATE POLICY of_own_party ON reservation_changes AS RESTRICTIVE FOR INSERT TO depositary_api
    WITH CHECK ((SELECT asking_party()) IS NULL OR party = (SELECT asking_party()))`,
  ...["reservation_receipts", "reservation_decisions"].map(
    (table) => `CREATE POLICY of_office ON ${table} AS RESTRICTIVE FOR INSERT TO depositary_api
      WITH CHECK ((SELECT asks_for('service', 'secretariat', 'legal-officer')))`,
  ),
  `CREATE POLICY of_service ON reservation_settlements AS RESTRICTIVE FOR INSERT TO depositary_api
    WITH CHECK ((SELECT asks_for('service')))`,
  `CREATE OR REPLACE FUNCTION facts_of_reservations(a agreements) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN (${ofReservations}); END $$`,
];

/** The reservations as `facts_of_signing` reads them, which the part of their own replaces. */
const readTwice =
  /,\s*'reservations', \(SELECT[\s\S]*?FROM reservations r WHERE r\.agreement = a\.id\)/;

/** Leaves the reservations out of `facts_of_signing`, so that they are not read twice; what else it reads stays. */
async function readOnce(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ source: string }>`
    SELECT pg_get_functiondef('facts_of_signing(agreements, boolean)'::regprocedure) AS source`.execute(
    db,
  );
  const source = rows[0]?.source ?? "";
  if (readTwice.test(source)) await sql.raw(source.replace(readTwice, "")).execute(db);
}

/** Kinds of objection, what is withdrawn and from when for whom, late reservations, and the acceptance of all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  await readOnce(db);
}

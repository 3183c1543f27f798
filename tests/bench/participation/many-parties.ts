import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";

type Size = { parties: number; reservations: number; objections: number };

/**
 * Makes a published instrument of many parties from a draft: each has signed and deposited, the first ones with a
 * reservation of which all were notified, and objections in turn, a fifth of them excluding treaty relations.
 */
export async function manyParties(
  db: Db,
  { agreement, person }: { agreement: string; person: string },
  { parties, reservations, objections }: Size,
): Promise<void> {
  const stage = {
    publish: {
      legal: "inForce",
      dissemination: "published",
      custody: "sealed",
      correction: "none",
    },
  };
  // Codes that no other party of the data has.
  const code = sql`'P' || lpad(n::text, 3, '0')`;
  const lodged = sql`lpad(n::text, 8, '0') || '-0000-4000-8000-000000000000'`;
  const at = sql`timestamptz '2026-01-01' + n * interval '1 minute'`;
  const statements = [
    sql`INSERT INTO parties (code, kind, names, protocol_order)
      SELECT ${code}, 'state', jsonb_build_object('en', 'State ' || n), 1000 + n FROM generate_series(1, ${parties}::integer) AS n`,
    sql`DELETE FROM agreement_parties WHERE agreement = ${agreement}`,
    sql`INSERT INTO agreement_parties (agreement, party, position, signatory, standing)
      SELECT ${agreement}, ${code}, n, NULL, 'party' FROM generate_series(1, ${parties}::integer) AS n`,
    sql`UPDATE agreements SET stage = ${JSON.stringify(stage)}::jsonb, stage_name = 'publish',
        terms = terms || '{"consent": ["subject-to-ratification"], "reservations": "permitted"}'
      WHERE id = ${agreement}`,
    sql`INSERT INTO party_acts (agreement, seq, number, party, act, person, on_day, detail, at)
      SELECT ${agreement}, 1000 + n, 1, ${code}, 'deposit', ${person}, date '2026-01-01' + n % 300,
        '{"kind": "ratification", "signedBy": "The Head of State"}', ${at}
      FROM generate_series(1, ${parties}::integer) AS n`,
    sql`INSERT INTO entry_dates (agreement, party, on_day, derivation, person, at)
      SELECT ${agreement}, CASE WHEN n = 0 THEN '' ELSE ${code} END, date '2026-02-01' + n % 300, '[]',
        ${person}, ${at} FROM generate_series(0, ${parties}::integer) AS n`,
    sql`INSERT INTO reservations (id, agreement, party, person, kind, language, text, articles,
        standing, made_on, at)
      SELECT (${lodged})::uuid, ${agreement}, ${code}, ${person}, 'reservation', 'en',
        repeat('The provisions are not applied to the extent of national law. ', 8), ARRAY[n % 9 + 1],
        'contracting', date '2026-01-01' + n % 300, ${at}
      FROM generate_series(1, ${reservations}::integer) AS n`,
    sql`INSERT INTO reservation_notifications (reservation, party, circulated_on, notified_on, at)
      SELECT r.id, p.party, r.made_on + 3, r.made_on + 5, r.at FROM reservations r
      JOIN agreement_parties p ON p.agreement = r.agreement AND p.party <> r.party
      WHERE r.agreement = ${agreement}`,
    sql`INSERT INTO reservation_acts (reservation, party, act, reason, person, on_day, at, excludes)
      SELECT r.id, p.party, 'objection', repeat('It is incompatible with the object and purpose. ', 4),
        ${person}, r.made_on + 30, r.at, n % 5 = 0
      FROM generate_series(0, ${objections - 1}::integer) AS n
      JOIN (SELECT id, party, made_on, at, row_number() OVER (ORDER BY id) - 1 AS place
        FROM reservations WHERE agreement = ${agreement}) AS r ON r.place = n % ${reservations}::integer
      JOIN agreement_parties p ON p.agreement = ${agreement}
        AND p.position = 1 + (${reservations}::integer + n / ${reservations}::integer) % ${parties}::integer`,
  ];
  for (const statement of statements) await statement.execute(db);
  await sql`VACUUM ANALYZE`.execute(db);
}

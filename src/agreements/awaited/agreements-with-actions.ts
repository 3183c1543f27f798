import { type RawBuilder, sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { bound, ended } from "#workflows/actions/action.ts";
import { consentsOfAll } from "#workflows/consents-begun.ts";
import type { Headings } from "#workflows/headings.ts";
import type { CivilDate, Terms } from "#workflows/terms.ts";

/** How many agreements are read at once, so that their facts do not all wait in memory. */
const batch = 100;

/** Days in which no zone of an instrument differs from the depositary's clock. */
const slackDays = 2;

/** Months in which a State may object, unless the text says otherwise (VCLT article 20(5)). */
const objectionMonths = 12;

/**
 * The agreements in which the list of a party can have an entry that needs their facts, by id, in batches. It may name more
 * than those, never fewer: each condition is a looser form of a rule in `workflows/actions/`, and a test compares the two.
 * What it leaves out are drafts, and agreements that bind the party with nothing open, running or missing but the end of
 * their period, which are most of an archive; `endingPeriods` reads those ends.
 */
export async function* agreementsWithActions(
  db: Db,
  { party, at }: { party: string; at: Date },
): AsyncGenerator<string[]> {
  let last: string | null = null;
  while (true) {
    const found: { rows: { id: string }[] } = await sql<{ id: string }>`
      SELECT a.id FROM agreement_parties own JOIN agreements a ON a.id = own.agreement
      WHERE own.party = ${party} AND a.stage_name NOT IN ('draft.editing', 'withdrawn', 'lapsed')
        AND (${last}::uuid IS NULL OR a.id > ${last}::uuid) AND ${needsFacts(party, at)}
      ORDER BY a.id LIMIT ${batch}`.execute(db);
    const ids = found.rows.map(({ id }) => id);
    if (ids.length > 0) yield ids;
    if (ids.length < batch) return;
    last = ids.at(-1) ?? null;
  }
}

export type EndingPeriod = {
  id: string;
  reference: string;
  title: Worded;
  headings: Headings;
  terms: Terms;
  expiresOn: CivilDate;
};

/** The agreements of which a party's list says only when their period ends. One query. */
export async function endingPeriods(
  db: Db,
  { party, at }: { party: string; at: Date },
): Promise<EndingPeriod[]> {
  const { rows } = await sql<EndingPeriod>`
    SELECT a.id, a.reference, a.title, a.headings, a.terms, p.ends_on AS "expiresOn"
    FROM agreement_parties own JOIN agreements a ON a.id = own.agreement
    JOIN LATERAL (SELECT to_char(max(ends_on), 'YYYY-MM-DD') AS ends_on FROM periods WHERE agreement = a.id) p
      ON p.ends_on IS NOT NULL
    WHERE own.party = ${party} AND a.stage_name = 'publish' AND NOT ${needsFacts(party, at)}
      AND a.stage -> 'publish' ->> 'legal' IN ('inForce', 'suspended')`.execute(db);
  return rows;
}

function needsFacts(party: string, at: Date): RawBuilder<boolean> {
  const since = new Date(at.getTime() - slackDays * 86_400_000).toISOString().slice(0, 10);
  return sql<boolean>`(a.stage_name <> 'publish' OR ${openCorrection}
    OR (coalesce(${goesOn}, true) AND ((${mayConsent(since)}) OR coalesce(${anyOf(party, since)}, false))))`;
}

const openCorrection = sql<boolean>`EXISTS (SELECT FROM corrections c WHERE c.agreement = a.id
  AND NOT EXISTS (SELECT FROM correction_acts x WHERE x.correction = c.id
    AND x.act IN ('objection', 'withdrawal', 'correction')))`;

const goesOn = sql<boolean>`a.stage -> 'publish' ->> 'legal' <> ALL (${[...ended]})`;

/** Standings of a State that has signed for good or is out, with little that can be left to do. */
const quiet = ["signedDefinitive", "ended", "declined"];

/** Full powers are listed if they end soon; these days are more than `nearDays` of the rule. */
const powersEnd = (since: string) => sql<boolean>`valid_until::date
  BETWEEN ${since}::date AND ${since}::date + 100`;

/** It has not consented, and something may be left to do for that. */
function mayConsent(since: string): RawBuilder<boolean> {
  return sql<boolean>`own.standing <> ALL (${[...bound, ...quiet]})
    OR (own.standing = ANY (${quiet}) AND (a.terms ->> 'entry' LIKE '%notification%'
      OR a.terms -> 'accession' IS DISTINCT FROM 'false'
      OR a.stage -> 'publish' ->> 'signature' = 'open'
      OR EXISTS (SELECT FROM periods p WHERE p.agreement = a.id)
      OR a.terms -> 'declarations' <> '[]'
      OR EXISTS (SELECT FROM reservations r WHERE r.agreement = a.id)
      OR EXISTS (SELECT FROM credentials
        WHERE agreement = a.id AND party = own.party AND ${powersEnd(since)})
      OR EXISTS (SELECT FROM general_powers WHERE party = own.party AND ${powersEnd(since)})))`;
}

/** What there can be for a party that has consented. */
function anyOf(party: string, since: string): RawBuilder<boolean> {
  return sql<boolean>`a.terms -> 'declarations' <> '[]'
    OR a.terms #> '{duration,optOut}' IS NOT NULL
    OR EXISTS (SELECT FROM agreements m WHERE m.amends = a.id)
    OR EXISTS (SELECT FROM party_acts x WHERE x.agreement = a.id
      AND (x.act = ANY (${[...consentsOfAll, "notify-claim"]}) OR x.detail ->> 'takesEffectOn' >= ${since}))
    OR EXISTS (SELECT FROM reservations r
      LEFT JOIN reservation_notifications n ON n.reservation = r.id AND n.party = ${party}
      WHERE r.agreement = a.id AND r.party <> ${party}
        AND coalesce(coalesce(r.circulated_on, n.notified_on)::date + make_interval(months => coalesce(
          (a.terms #>> ARRAY['reservationRules',
            CASE WHEN r.circulated_on IS NULL THEN 'objectionMonths' ELSE 'lateMonths' END])::integer,
          ${objectionMonths})) >= ${since}::date, true))`;
}

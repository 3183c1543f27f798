import { type Kysely, sql } from "kysely";

const later = [
  "confirm",
  "deposit",
  "accede",
  "notify-completion",
  "succeed",
  "declare-continuity",
  "declare-territory",
  "declare-under-article",
  "withdraw-consent",
  "apply-provisionally",
  "end-provisional",
  "enter-into-force",
  "give-notice",
  "revoke-notice",
  "end-participation",
  "withdraw-reservation",
  "change-reservation",
  "answer-reservation",
  "withdraw-objection",
  "settle-reservations",
  "record-organ-decision",
  "terminate",
  "expire",
  "suspend",
  "resume",
  "renew",
  "supersede",
];

const ofRegistration = `SELECT jsonb_build_object('registration', jsonb_build_object(
    'submitted', (SELECT coalesce(jsonb_agg(s.action ORDER BY s.action), '[]')
      FROM un_submissions s WHERE s.agreement = a.id),
    'registered', (SELECT coalesce(jsonb_agg(r.action ORDER BY r.action), '[]')
      FROM un_registrations r WHERE r.agreement = a.id),
    'later', (SELECT coalesce(jsonb_agg(e.seq ORDER BY e.seq), '[]') FROM un_submissions s
      JOIN evidence e ON e.agreement = s.agreement AND e.seq > s.seq
        AND e.act IN (${later.map((act) => `'${act}'`).join(", ")})
      WHERE s.agreement = a.id AND s.action = 0),
    'unSystem', (SELECT coalesce(jsonb_agg(p.code), '[]') FROM agreement_parties ap
      JOIN parties p ON p.code = ap.party WHERE ap.agreement = a.id AND p.un_system),
    'unMembers', (SELECT coalesce(jsonb_object_agg(s.code, s.un_member), '{}') FROM agreement_parties ap
      JOIN parties p ON p.code = ap.party JOIN parties s ON s.code = coalesce(p.state, p.code)
      WHERE ap.agreement = a.id AND s.un_member IS NOT NULL)))`;

const statements = [
  // Whether a State is a Member of the United Nations; null: as its code says.
  "ALTER TABLE parties ADD COLUMN un_member boolean",
  `CREATE OR REPLACE FUNCTION facts_of_registration(a agreements) RETURNS jsonb LANGUAGE plpgsql
    STABLE SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN (${ofRegistration}); END $$`,
];

/** What the office says about membership of the United Nations, from which the way of registration follows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

import { type Kysely, sql } from "kysely";

/** Tables whose rows belong to an agreement and are seen by whoever sees it. */
const ofAgreement = [
  "agreement_parties",
  "annexes",
  "approvals",
  "authentications",
  "ceremony_items",
  "certified_copies",
  "change_requests",
  "concordances",
  "corrections",
  "credentials",
  "deadlines",
  "declinations",
  "entry_dates",
  "evidence",
  "openings",
  "originals",
  "outbox",
  "paper_signatures",
  "party_acts",
  "periods",
  "publications",
  "reservations",
  "seals",
  "signatures",
  "version_texts",
  "versions",
  "withdrawal_agreements",
  "withdrawals",
];

/** Tables whose rows belong to a row of another: it, its key there, and their key here. */
const ofParent = [
  ["comments", "threads", "id", "thread"],
  ["correction_acts", "corrections", "id", "correction"],
  ["credential_endings", "credentials", "id", "credential"],
  ["credential_verifications", "credentials", "id", "credential"],
  ["letters", "outbox", "id", "outbox"],
  ["reservation_acts", "reservations", "id", "reservation"],
  ["resolutions", "threads", "id", "thread"],
] as const;

/** What a representative writes, and for no party but the own. */
const ofParty = [
  "approvals",
  "change_requests",
  "credentials",
  "declinations",
  "files",
  "party_acts",
  "reservation_acts",
  "reservations",
  "signatures",
  "withdrawal_agreements",
];

/** What the public register reads, and of which of its rows. */
const published = {
  publications: "true",
  agreements: "EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.id)",
  agreement_parties: "EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)",
  seals: "EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)",
  signatures: "EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)",
  parties: "true",
};

/** Roles are the whole server's: another database of it may have made them, even at this moment. */
const role = (name: string) => `DO $$
  DECLARE plain boolean := NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user);
  BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN
      CREATE ROLE ${name} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
      IF plain THEN EXECUTE 'GRANT ${name} TO CURRENT_USER'; END IF;
    ELSIF plain AND NOT pg_has_role(current_user, '${name}', 'MEMBER') THEN
      RAISE EXCEPTION 'The role ${name} exists; let % act as it: GRANT ${name} TO %',
        current_user, current_user USING ERRCODE = 'insufficient_privilege';
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`;

const forced = (table: string) => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  // Migrations and foreign keys act as the owner; nobody who asks over the network does.
  `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
];

const seen = "EXISTS (SELECT FROM agreements a WHERE a.id = agreement)";

const statements = [
  role("depositary_api"),
  role("depositary_public"),
  "GRANT USAGE ON SCHEMA public TO depositary_api",
  "GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO depositary_api",
  "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO depositary_api",
  `GRANT DELETE ON agreement_parties, ceremony_items, identities, sessions TO depositary_api`,
  "REVOKE ALL ON kysely_migration, kysely_migration_lock FROM depositary_api",
  `ALTER DEFAULT PRIVILEGES IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE ON TABLES TO depositary_api`,
  `CREATE FUNCTION asks_for(VARIADIC wanted text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(string_to_array(current_setting('app.roles', true), ',') && wanted, false) $$`,
  `CREATE FUNCTION asking_party() RETURNS text LANGUAGE sql STABLE AS $$
    SELECT nullif(current_setting('app.party', true), '') $$`,
  // As its owner: the rows it reads have a policy that reads agreements, which asks this function.
  `CREATE FUNCTION takes_part(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM agreement_parties
      WHERE agreement = asked AND party = nullif(current_setting('app.party', true), '')) $$`,
  ...forced("agreements"),
  `CREATE POLICY of_askers ON agreements TO depositary_api USING (
    (SELECT asks_for('legal-officer', 'secretariat', 'service'))
    OR ((SELECT asks_for('archivist'))
      AND stage_name IN ('sign.sealing', 'sign.sealFailed', 'publish'))
    OR ((SELECT asking_party()) IS NOT NULL AND stage_name <> 'draft.editing'
      AND takes_part(id)))`,
  ...ofAgreement.flatMap((table) => [
    ...forced(table),
    `CREATE POLICY of_askers ON ${table} TO depositary_api USING (${seen})`,
  ]),
  ...forced("threads"),
  `CREATE POLICY of_askers ON threads TO depositary_api
    USING (${seen} AND (audience IS NULL OR audience = (SELECT asking_party())
      OR (SELECT asks_for('service'))))`,
  ...forced("files"),
  `CREATE POLICY of_askers ON files TO depositary_api
    USING (${seen} AND (party IS NULL OR (SELECT asking_party()) IS NULL
      OR party = (SELECT asking_party())))`,
  ...forced("downloads"),
  `CREATE POLICY of_askers ON downloads FOR SELECT TO depositary_api USING (${seen})`,
  `CREATE POLICY of_all ON downloads FOR INSERT TO depositary_api WITH CHECK (true)`,
  ...ofParent.flatMap(([table, parent, key, own]) => [
    ...forced(table),
    `CREATE POLICY of_askers ON ${table} TO depositary_api
      USING (EXISTS (SELECT FROM ${parent} x WHERE x.${key} = ${table}.${own}))`,
  ]),
  ...forced("text_bodies"),
  `CREATE POLICY of_askers ON text_bodies FOR SELECT TO depositary_api USING (
    (SELECT asks_for('legal-officer', 'secretariat', 'service'))
    OR EXISTS (SELECT FROM version_texts v WHERE v.digest = text_bodies.digest))`,
  `CREATE POLICY of_drafters ON text_bodies FOR INSERT TO depositary_api
    WITH CHECK ((SELECT asks_for('legal-officer', 'service')))`,
  ...ofParty.map(
    (table) => `CREATE POLICY of_own_party ON ${table} AS RESTRICTIVE FOR INSERT
      TO depositary_api
      WITH CHECK ((SELECT asking_party()) IS NULL OR party = (SELECT asking_party()))`,
  ),
  "CREATE SCHEMA register",
  "GRANT USAGE ON SCHEMA register TO depositary_public, depositary_api",
  ...Object.entries(published).flatMap(([table, condition]) => [
    `CREATE VIEW register.${table} AS SELECT t.* FROM public.${table} t WHERE ${condition}`,
    `GRANT SELECT ON register.${table} TO depositary_public`,
  ]),
];

/**
 * Isolation a second time, below the application: the API's role sees the rows of the agreements that the
 * person who asks may see, and the public's role sees nothing but the register.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

import { type Kysely, sql } from "kysely";

const statements = [
  `CREATE TABLE approvals (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    party text NOT NULL REFERENCES parties,
    person uuid NOT NULL REFERENCES people,
    digest text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, number, party),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TABLE change_requests (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL,
    number integer NOT NULL,
    party text NOT NULL REFERENCES parties,
    person uuid NOT NULL REFERENCES people,
    reason text NOT NULL,
    at timestamptz NOT NULL,
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  "CREATE INDEX change_requests_by_agreement ON change_requests (agreement, at)",
  `CREATE TABLE concordances (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    language text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    digest text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, number, language),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TABLE authentications (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    person uuid NOT NULL REFERENCES people,
    digest text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, number, person),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TABLE originals (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    original text NOT NULL,
    digest text NOT NULL,
    pages integer NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, number, original),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TABLE openings (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, number, person),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TABLE signatures (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    party text NOT NULL REFERENCES parties,
    person uuid NOT NULL REFERENCES people,
    method text NOT NULL,
    original text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, number, party),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TABLE seals (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    original text NOT NULL,
    original_digest text NOT NULL,
    digest text NOT NULL,
    level text NOT NULL,
    trusted boolean NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, number, original),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  "CREATE UNIQUE INDEX seals_by_digest ON seals (digest)",
  `CREATE TABLE annexes (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    digest text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, number),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TABLE publications (
    agreement uuid PRIMARY KEY REFERENCES agreements,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL
  )`,
  "CREATE INDEX publications_by_time ON publications (at DESC, agreement DESC)",
  `CREATE TABLE evidence (
    agreement uuid NOT NULL REFERENCES agreements,
    seq integer NOT NULL,
    at timestamptz NOT NULL,
    act text NOT NULL,
    person uuid REFERENCES people,
    party text REFERENCES parties,
    stage text NOT NULL,
    detail jsonb NOT NULL,
    previous text NOT NULL,
    hash text NOT NULL,
    PRIMARY KEY (agreement, seq)
  )`,
  `CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreements,
    number integer NOT NULL,
    effect text NOT NULL,
    created_at timestamptz NOT NULL,
    run integer NOT NULL DEFAULT 1,
    sent_at timestamptz,
    finished_at timestamptz,
    failed_at timestamptz,
    failure text
  )`,
  "CREATE INDEX outbox_unsent ON outbox (id) WHERE sent_at IS NULL",
  "CREATE INDEX outbox_unfinished ON outbox (sent_at) WHERE finished_at IS NULL AND sent_at IS NOT NULL",
  `CREATE TABLE letters (
    outbox bigint NOT NULL REFERENCES outbox,
    person uuid NOT NULL REFERENCES people,
    message_id text NOT NULL UNIQUE,
    sent_at timestamptz NOT NULL,
    PRIMARY KEY (outbox, person)
  )`,
  `CREATE TABLE downloads (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreements,
    kind text NOT NULL,
    digest text NOT NULL,
    person uuid REFERENCES people,
    at timestamptz NOT NULL
  )`,
  `CREATE TABLE idempotency_keys (
    person uuid NOT NULL REFERENCES people,
    route text NOT NULL,
    key text NOT NULL,
    fingerprint text NOT NULL,
    answer jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (person, route, key)
  )`,

  // The sealing service acts like a person, so that its acts are on record like anyone's.
  `INSERT INTO people (id, email, names, titles, language, roles, created_at) VALUES (
    '00000000-0000-4000-8000-000000000001', 'sealing@service.invalid',
    '{"en": "Sealing service", "ru": "Служба скрепления печатью", "ar": "خدمة الختم", "kk": "Мөрмен бекіту қызметі"}',
    '{}', 'en', '{service}', now()
  )`,

  // What is on record stays as it was written, whoever holds the connection.
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END $$`,
  ...[
    "templates",
    "text_bodies",
    "versions",
    "version_texts",
    "approvals",
    "change_requests",
    "concordances",
    "authentications",
    "originals",
    "openings",
    "signatures",
    "seals",
    "annexes",
    "publications",
    "evidence",
  ].map(
    (table) => `CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  ),
  // The text is frozen at authentication: no new version afterwards (VCLT article 10).
  `CREATE FUNCTION refuse_frozen_text() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM agreements WHERE id = NEW.agreement
               AND (stage ? 'sign' OR stage ? 'publish')) THEN
      RAISE EXCEPTION 'the text of agreement % is authenticated', NEW.agreement
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END $$`,
  ...["versions", "version_texts"].map(
    (table) => `CREATE TRIGGER ${table}_are_frozen BEFORE INSERT ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_frozen_text()`,
  ),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

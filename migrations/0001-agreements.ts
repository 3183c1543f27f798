import { type Kysely, sql } from "kysely";

const statements = [
  `CREATE TABLE parties (
    code text PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('state', 'organization')),
    names jsonb NOT NULL,
    protocol_order integer NOT NULL
  )`,
  `CREATE TABLE people (
    id uuid PRIMARY KEY,
    email text NOT NULL UNIQUE,
    names jsonb NOT NULL,
    titles jsonb NOT NULL,
    language text NOT NULL,
    roles text[] NOT NULL,
    party text REFERENCES parties,
    created_at timestamptz NOT NULL
  )`,
  `CREATE TABLE api_keys (
    digest text PRIMARY KEY,
    person uuid NOT NULL REFERENCES people,
    label text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
  )`,
  `CREATE TABLE sessions (
    digest text PRIMARY KEY,
    person uuid NOT NULL REFERENCES people,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
  `CREATE TABLE templates (
    digest text PRIMARY KEY,
    name text NOT NULL,
    files jsonb NOT NULL,
    published_at timestamptz NOT NULL
  )`,
  `CREATE TABLE reference_numbers (
    year integer PRIMARY KEY,
    last integer NOT NULL
  )`,
  `CREATE TABLE agreements (
    id uuid PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    template text NOT NULL REFERENCES templates,
    title jsonb NOT NULL,
    languages text[] NOT NULL,
    prevailing text,
    layout text NOT NULL,
    variables jsonb NOT NULL,
    areas text[] NOT NULL,
    goals integer[] NOT NULL,
    stage jsonb NOT NULL,
    stage_name text NOT NULL,
    machine_version integer NOT NULL,
    version integer NOT NULL,
    text_version integer NOT NULL,
    circulated_version integer,
    evidence_head text NOT NULL,
    created_by uuid NOT NULL REFERENCES people,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  )`,
  "CREATE INDEX agreements_by_age ON agreements (created_at DESC, id DESC)",
  "CREATE INDEX agreements_by_stage ON agreements (stage_name, created_at DESC, id DESC)",
  `CREATE TABLE agreement_parties (
    agreement uuid NOT NULL REFERENCES agreements,
    party text NOT NULL REFERENCES parties,
    position integer NOT NULL,
    signatory uuid REFERENCES people,
    PRIMARY KEY (agreement, party),
    UNIQUE (agreement, position)
  )`,
  "CREATE INDEX agreement_parties_by_party ON agreement_parties (party, agreement)",
  "CREATE TABLE text_bodies (digest text PRIMARY KEY, markdown text NOT NULL)",
  `CREATE TABLE versions (
    agreement uuid NOT NULL REFERENCES agreements,
    number integer NOT NULL,
    digest text NOT NULL,
    created_by uuid NOT NULL REFERENCES people,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (agreement, number)
  )`,
  `CREATE TABLE version_texts (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    language text NOT NULL,
    digest text NOT NULL REFERENCES text_bodies,
    drafter uuid NOT NULL REFERENCES people,
    PRIMARY KEY (agreement, number, language),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

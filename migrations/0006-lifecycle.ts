import { type Kysely, sql } from "kysely";

/** What every agreement was before terms were kept: a memorandum, bound to nothing but itself. */
const memorandum = JSON.stringify({
  binding: false,
  authority: "dispensed",
  clearance: false,
  authentication: "officers",
  consent: ["definitive"],
  entry: { form: "last-signature" },
  provisional: "none",
  reservations: "permitted",
  duration: "unlimited",
  withdrawal: { months: 6 },
  alternat: "none",
  objectionDays: 90,
  accession: false,
  zone: "UTC",
});

const statements = [
  `ALTER TABLE agreements ADD COLUMN terms jsonb NOT NULL DEFAULT '${memorandum}',
    ADD COLUMN amends uuid REFERENCES agreements,
    ADD COLUMN respond_by timestamptz`,
  "ALTER TABLE agreements ALTER COLUMN terms DROP DEFAULT",
  "CREATE INDEX agreements_by_amended ON agreements (amends) WHERE amends IS NOT NULL",
  `ALTER TABLE agreement_parties ADD COLUMN standing text NOT NULL DEFAULT 'invited',
    ADD COLUMN participation_version integer NOT NULL DEFAULT 1`,
  `ALTER TABLE signatures ADD COLUMN signed_as text NOT NULL DEFAULT 'definitive',
    ADD COLUMN signed_on date, ADD COLUMN binding boolean,
    ADD COLUMN authorised boolean NOT NULL DEFAULT true,
    ADD COLUMN scan text, ADD COLUMN recorded_by uuid[] NOT NULL DEFAULT '{}'`,
  `UPDATE agreement_parties SET standing = 'signedDefinitive' FROM agreements a
    WHERE a.id = agreement AND EXISTS (SELECT FROM signatures s WHERE s.agreement = a.id
      AND s.number = a.text_version AND s.party = agreement_parties.party)`,
  `ALTER TABLE openings ADD COLUMN groups jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN quorum integer`,
  `CREATE TABLE files (
    agreement uuid NOT NULL REFERENCES agreements,
    digest text NOT NULL,
    type text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    party text REFERENCES parties,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, digest)
  )`,
  `CREATE TABLE credentials (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreements,
    party text NOT NULL REFERENCES parties,
    person uuid NOT NULL REFERENCES people,
    kind text NOT NULL CHECK (kind IN ('full-powers', 'ex-officio')),
    office text,
    issued_by text NOT NULL,
    signed_by text NOT NULL,
    instrument text NOT NULL,
    acts text[] NOT NULL,
    place text NOT NULL,
    issued_on date NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    restrictions text,
    form text NOT NULL CHECK (form IN ('original', 'copy')),
    file text,
    presented_by uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL
  )`,
  "CREATE INDEX credentials_by_agreement ON credentials (agreement, party)",
  `CREATE TABLE credential_verifications (
    credential uuid NOT NULL REFERENCES credentials,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    PRIMARY KEY (credential, person)
  )`,
  `CREATE TABLE credential_endings (
    credential uuid PRIMARY KEY REFERENCES credentials,
    verdict text NOT NULL CHECK (verdict IN ('rejected', 'revoked')),
    reason text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL
  )`,
  `CREATE TABLE party_acts (
    agreement uuid NOT NULL,
    seq integer NOT NULL,
    number integer NOT NULL,
    party text NOT NULL REFERENCES parties,
    act text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    on_day date NOT NULL,
    detail jsonb NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, seq),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TABLE paper_signatures (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    party text NOT NULL REFERENCES parties,
    person uuid NOT NULL REFERENCES people,
    key text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, number, party, person),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TABLE reservations (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreements,
    party text NOT NULL REFERENCES parties,
    person uuid NOT NULL REFERENCES people,
    kind text NOT NULL CHECK (kind IN ('reservation', 'declaration')),
    language text NOT NULL,
    text text NOT NULL,
    articles integer[] NOT NULL,
    standing text NOT NULL,
    made_on date NOT NULL,
    at timestamptz NOT NULL
  )`,
  "CREATE INDEX reservations_by_agreement ON reservations (agreement, at)",
  `CREATE TABLE reservation_acts (
    reservation uuid NOT NULL REFERENCES reservations,
    party text NOT NULL REFERENCES parties,
    act text NOT NULL CHECK (act IN ('acceptance', 'objection', 'confirmation', 'withdrawal')),
    reason text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    on_day date NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (reservation, party, act)
  )`,
  `CREATE TABLE entry_dates (
    agreement uuid NOT NULL REFERENCES agreements,
    party text NOT NULL,
    on_day date NOT NULL,
    derivation jsonb NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, party)
  )`,
  `CREATE TABLE periods (
    agreement uuid NOT NULL REFERENCES agreements,
    ends_on date NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, ends_on)
  )`,
  `CREATE TABLE corrections (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreements,
    person uuid NOT NULL REFERENCES people,
    reason text NOT NULL,
    changes jsonb NOT NULL,
    until date NOT NULL,
    at timestamptz NOT NULL
  )`,
  "CREATE INDEX corrections_by_agreement ON corrections (agreement, at)",
  `CREATE TABLE correction_acts (
    correction uuid NOT NULL REFERENCES corrections,
    party text NOT NULL,
    act text NOT NULL CHECK (act IN ('objection', 'correction')),
    reason text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    PRIMARY KEY (correction, party, act)
  )`,
  `CREATE TABLE certified_copies (
    agreement uuid NOT NULL REFERENCES agreements,
    serial integer NOT NULL,
    party text REFERENCES parties,
    digest text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, serial)
  )`,
  ...[
    "files",
    "credentials",
    "credential_verifications",
    "credential_endings",
    "party_acts",
    "paper_signatures",
    "reservations",
    "reservation_acts",
    "entry_dates",
    "periods",
    "corrections",
    "correction_acts",
    "certified_copies",
  ].map(
    (table) => `CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  ),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

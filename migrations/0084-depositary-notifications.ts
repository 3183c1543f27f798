import { type Kysely, sql } from "kysely";

const tables = [
  // The last number that was given, so that none is given twice.
  `CREATE TABLE notification_numbers (
    prefix text NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL,
    PRIMARY KEY (prefix, year)
  )`,
  // What the depositary tells all parties and those entitled to become parties (VCLT article 77(1)(e)).
  `CREATE TABLE notifications (
    prefix text NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    agreement uuid NOT NULL,
    number integer NOT NULL,
    seq integer NOT NULL,
    heading text NOT NULL,
    party text REFERENCES parties,
    on_day date NOT NULL,
    circulated_on date NOT NULL,
    content jsonb NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (prefix, year, serial),
    UNIQUE (agreement, seq),
    FOREIGN KEY (agreement, number) REFERENCES versions,
    FOREIGN KEY (agreement, seq) REFERENCES evidence
  )`,
  // A number is never used again: what is wrong with it is reissued under it, or cancelled for all to see.
  `CREATE TABLE notification_changes (
    prefix text NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    edition integer NOT NULL,
    agreement uuid NOT NULL,
    seq integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('reissue', 'cancellation')),
    reason text NOT NULL,
    language text NOT NULL,
    content jsonb NOT NULL,
    person uuid NOT NULL REFERENCES people,
    on_day date NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (prefix, year, serial, edition),
    FOREIGN KEY (prefix, year, serial) REFERENCES notifications,
    FOREIGN KEY (agreement, seq) REFERENCES evidence DEFERRABLE INITIALLY DEFERRED
  )`,
  // When a State says that it received it; letters and downloads say when it was sent and opened.
  `CREATE TABLE notification_receipts (
    prefix text NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    party text NOT NULL REFERENCES parties,
    received_on date NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    PRIMARY KEY (prefix, year, serial, party),
    FOREIGN KEY (prefix, year, serial) REFERENCES notifications
  )`,
];

const kept = ["notifications", "notification_changes", "notification_receipts"];
const ofNotification = (table: string) => `EXISTS (SELECT FROM notifications x
  WHERE x.prefix = ${table}.prefix AND x.year = ${table}.year AND x.serial = ${table}.serial)`;
const published = "EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)";

const statements = [
  // The evidence entry of the act that ordered the work; null for what no act orders, and for rows from before.
  "ALTER TABLE outbox ADD COLUMN seq integer",
  // The version of the last act that was more than the service's report of a sealed paper; null: the current one.
  "ALTER TABLE agreements ADD COLUMN changed_version integer",
  ...tables,
  "CREATE INDEX notifications_by_agreement ON notifications (agreement)",
  "CREATE INDEX notifications_by_time ON notifications (at DESC, year DESC, serial DESC)",
  "CREATE INDEX notification_changes_by_act ON notification_changes (agreement, seq)",
  "CREATE INDEX outbox_by_act ON outbox (agreement, seq)",
  ...kept.flatMap((table) => [
    `CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `REVOKE UPDATE ON ${table} FROM depositary_api`,
  ]),
  ...["notification_numbers", ...kept].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
  ]),
  `CREATE POLICY of_service ON notification_numbers TO depositary_api
    USING ((SELECT asks_for('service')))`,
  `CREATE POLICY of_askers ON notifications TO depositary_api
    USING (EXISTS (SELECT FROM agreements a WHERE a.id = agreement))`,
  `CREATE POLICY of_service ON notifications AS RESTRICTIVE FOR INSERT TO depositary_api
    WITH CHECK ((SELECT asks_for('service')))`,
  `CREATE POLICY of_askers ON notification_changes TO depositary_api
    USING (${ofNotification("notification_changes")})`,
  `CREATE POLICY of_office ON notification_changes AS RESTRICTIVE FOR INSERT TO depositary_api
    WITH CHECK ((SELECT asks_for('secretariat', 'legal-officer')))`,
  // A State sees its own receipt, the office sees all.
  `CREATE POLICY of_askers ON notification_receipts TO depositary_api
    USING (${ofNotification("notification_receipts")}
      AND ((SELECT asking_party()) IS NULL OR party = (SELECT asking_party())))`,
  `CREATE VIEW register.notifications AS SELECT t.* FROM public.notifications t WHERE ${published}`,
  `CREATE VIEW register.notification_changes AS SELECT t.prefix, t.year, t.serial, t.edition, t.kind,
      t.reason, t.language, t.content, t.on_day, t.at
    FROM public.notification_changes t JOIN register.notifications n USING (prefix, year, serial)`,
  "GRANT SELECT ON register.notifications, register.notification_changes TO depositary_public",
];

/** Depositary notifications: their numbers, what they say, what became of them, and who received them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

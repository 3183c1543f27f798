import { type Kysely, sql } from "kysely";

const statements = [
  // When the depositary circulated a reservation, and when each State was notified of it: the time in which
  // that State may object runs from the second (VCLT articles 20(5) and 78(c)).
  `CREATE TABLE reservation_notifications (
    reservation uuid NOT NULL REFERENCES reservations,
    party text NOT NULL REFERENCES parties,
    circulated_on date NOT NULL,
    notified_on date NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (reservation, party)
  )`,
  `CREATE TRIGGER reservation_notifications_are_kept BEFORE UPDATE OR DELETE
    ON reservation_notifications FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  "REVOKE UPDATE ON reservation_notifications FROM depositary_api",
  "ALTER TABLE reservation_notifications ENABLE ROW LEVEL SECURITY",
  "ALTER TABLE reservation_notifications FORCE ROW LEVEL SECURITY",
  "CREATE POLICY of_owner ON reservation_notifications TO CURRENT_USER USING (true)",
  `CREATE POLICY of_askers ON reservation_notifications TO depositary_api
    USING (EXISTS (SELECT FROM reservations x WHERE x.id = reservation))`,
  `CREATE POLICY of_service ON reservation_notifications AS RESTRICTIVE FOR INSERT
    TO depositary_api WITH CHECK ((SELECT asks_for('service', 'secretariat', 'legal-officer')))`,
];

/** The days on which States were notified of reservations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

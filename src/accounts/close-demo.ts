import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";
import { demoPeople } from "#src/people/demo-people.ts";
import { endAllAccess } from "./end-access.ts";
import { recordEvent } from "./record-event.ts";

/**
 * Suspends the demo people, and everyone whom one of them added or gave an address or roles, because in a demonstration
 * anyone at the machine may have done so. Ends all their access. Returns how many were closed now; 0 at the next start.
 */
export async function closeDemoPeople(db: Db, at: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const emails = demoPeople.map(({ email }) => email);
    const { rows } = await sql<{ id: string }>`WITH RECURSIVE demo (id) AS (
        SELECT id FROM people WHERE lower(email) = ANY (${emails})
        UNION
        SELECT person FROM account_events WHERE lower(detail ->> 'from') = ANY (${emails})
        UNION
        SELECT e.person FROM account_events e JOIN demo d ON e.actor = d.id
          WHERE e.event IN ('added', 'invited', 'address-changed', 'recovered')
            OR (e.event = 'changed' AND e.detail ? 'roles')
      )
      SELECT p.id FROM people p JOIN demo d ON d.id = p.id
        WHERE p.state <> 'suspended' FOR UPDATE OF p`.execute(tx);
    for (const { id } of rows) {
      await tx.updateTable("people").set({ state: "suspended" }).where("id", "=", id).execute();
      const { removed } = await endAllAccess(tx, { person: id, at });
      const detail = { state: "suspended" };
      const logged = { ...detail, removed };
      await recordEvent(tx, { at, actor: null, person: id, event: "changed", detail, logged });
    }
    return rows.length;
  });
}

import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { formsOfParty, namesOfParty } from "#src/db/names-of-party.ts";
import type { NotificationNumber } from "#src/db/tables/notifications.ts";
import type { NameOf } from "#src/text/notification-words.ts";
import type { FormsByLanguage } from "#src/text/party-forms.ts";
import type { NotificationContent } from "#workflows/notifications.ts";

/** A notification in one of its editions. */
export type Edition = NotificationNumber & {
  agreement: string;
  number: number;
  /** 1 as first issued; each reissue or cancellation adds one. */
  edition: number;
  kind: "issue" | "reissue" | "cancellation";
  reason: string;
  on: string;
  content: NotificationContent;
  at: Date;
};

/**
 * The newest edition of the notification about this entry of the agreement's evidence, or of the one that the entry
 * reissued or cancelled; null if there is none.
 */
export async function newestEdition(
  db: Db | Tx,
  { agreement, seq }: { agreement: string; seq: number },
): Promise<Edition | null> {
  const { rows } = await sql<Omit<Edition, "at"> & { at: string | Date }>`
    SELECT n.prefix, n.year, n.serial, n.agreement, n.number, coalesce(c.edition, 1) AS edition,
      coalesce(c.kind, 'issue') AS kind, coalesce(c.reason, '') AS reason,
      coalesce(c.on_day, n.circulated_on)::text AS on, coalesce(c.content, n.content) AS content,
      coalesce(c.at, n.at) AS at
    FROM notifications n LEFT JOIN notification_changes c
      ON c.prefix = n.prefix AND c.year = n.year AND c.serial = n.serial
    WHERE n.agreement = ${agreement} AND (n.seq = ${seq} OR EXISTS (SELECT FROM notification_changes x
      WHERE x.prefix = n.prefix AND x.year = n.year AND x.serial = n.serial AND x.seq = ${seq}
        AND x.agreement = n.agreement))
    ORDER BY c.edition DESC NULLS LAST LIMIT 1`.execute(db);
  const [row] = rows;
  return row ? { ...row, at: new Date(row.at) } : null;
}

/** Names an agreement's parties as they take part, with the forms that sentences need. One query. */
export async function partiesNamed(db: Db | Tx, agreement: string): Promise<NameOf> {
  const { rows } = await sql<{ code: string; name: Worded; forms: FormsByLanguage }>`
    SELECT p.code, ${namesOfParty} AS name, ${formsOfParty} AS forms
    FROM agreement_parties ap JOIN parties p ON p.code = ap.party
    WHERE ap.agreement = ${agreement}`.execute(db);
  const known = new Map(rows.map((row) => [row.code, row]));
  return (code) => known.get(code) ?? { code };
}

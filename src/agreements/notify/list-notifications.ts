import { type RawBuilder, sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { namesOfParty } from "#src/db/names-of-party.ts";
import { headingWords } from "#src/text/notification-headings.ts";
import type { NotificationContent } from "#workflows/notifications.ts";
import { readNumber, writtenNumber } from "./number.ts";

/** A notification as lists show it. */
export type NotificationView = {
  number: string;
  /** What it is about, by language. */
  heading: Worded;
  party: { code: string; names: Worded } | null;
  /** The day of the act. */
  on: string;
  circulatedOn: string;
  /** Whether it stands as issued, was issued again, or is cancelled; the last change's day and reason. */
  state: "issued" | "reissued" | "cancelled";
  changedOn: string | null;
  reason: string | null;
  /** The newest sealed page, by its number among the agreement's papers; null until it is sealed. */
  paper: number | null;
};

/** How a State was told: sent by letter, opened, and received as the State says. */
export type Told = {
  party: string;
  sentAt: string | null;
  openedAt: string | null;
  receivedOn: string | null;
};

type Row = Omit<NotificationView, "number" | "heading"> & {
  prefix: string;
  year: number;
  serial: number;
  content: NotificationContent;
};

/** The notifications of an agreement, newest first. Works for the public too, with the views of what is published. */
export async function listNotifications(db: Db, agreement: string): Promise<NotificationView[]> {
  const rows = await readNotifications(db, sql`n.agreement = ${agreement}`, null);
  return rows.map(viewOf);
}

/** A notification in the public list of all, with its instrument. */
export type RegisteredNotification = NotificationView & {
  agreement: { id: string; reference: string; title: Worded };
};

/** The published notifications of all instruments, newest first; those before the one of this number. */
export async function registeredNotifications(
  db: Db,
  { year, party, before, limit }: PublicFilter,
): Promise<RegisteredNotification[]> {
  const last = before ? readNumber(before) : null;
  const wanted = sql<boolean>`(${year ?? null}::integer IS NULL OR n.year = ${year ?? null})
    AND (${party ?? null}::text IS NULL OR n.party = ${party ?? null})
    AND (${last ? 1 : 0} = 0 OR (n.at, n.year, n.serial) < (SELECT b.at, b.year, b.serial
      FROM notifications b WHERE b.prefix = ${last?.prefix ?? ""} AND b.year = ${last?.year ?? 0}
        AND b.serial = ${last?.serial ?? 0}))`;
  const rows = await readNotifications(db, wanted, limit);
  return rows.map(({ agreement, ...row }) => ({ ...viewOf(row), agreement }));
}

export type PublicFilter = {
  year?: number | undefined;
  party?: string | undefined;
  before?: string | undefined;
  limit: number;
};

async function readNotifications(db: Db, wanted: RawBuilder<unknown>, limit: number | null) {
  const { rows } = await sql<Row & { agreement: RegisteredNotification["agreement"] }>`
    SELECT n.prefix, n.year, n.serial, coalesce(c.content, n.content) AS content, n.on_day::text AS on,
      n.circulated_on::text AS "circulatedOn", c.on_day::text AS "changedOn", c.reason,
      CASE c.kind WHEN 'reissue' THEN 'reissued' WHEN 'cancellation' THEN 'cancelled'
        ELSE 'issued' END AS state,
      (SELECT jsonb_build_object('code', p.code, 'names', ${namesOfParty})
        FROM parties p LEFT JOIN agreement_parties ap
          ON ap.agreement = n.agreement AND ap.party = p.code
        WHERE p.code = n.party) AS party,
      (SELECT x.serial FROM papers x WHERE x.agreement = n.agreement AND x.kind = 'notification'
        AND x.subject = n.prefix || '.' || n.serial || '.' || n.year
          || CASE WHEN c.edition IS NULL THEN '' ELSE '-' || c.edition END LIMIT 1) AS paper,
      (SELECT jsonb_build_object('id', a.id, 'reference', a.reference, 'title', a.title)
        FROM agreements a WHERE a.id = n.agreement) AS agreement
    FROM notifications n
    LEFT JOIN LATERAL (SELECT * FROM notification_changes c WHERE c.prefix = n.prefix
      AND c.year = n.year AND c.serial = n.serial ORDER BY c.edition DESC LIMIT 1) AS c ON true
    WHERE ${wanted}
    ORDER BY n.at DESC, n.year DESC, n.serial DESC LIMIT ${limit}`.execute(db);
  return rows;
}

function viewOf({ prefix, year, serial, content, ...row }: Row): NotificationView {
  const { party, on, circulatedOn, state, changedOn, reason, paper } = row;
  return {
    number: writtenNumber({ prefix, year, serial }),
    heading: headingWords(content.heading, content.binding),
    ...{ party, on, circulatedOn, state, changedOn, reason, paper },
  };
}

/**
 * How each State and organisation was told of each notification, by its number; only this party's if one is given. Those
 * that nobody represents here have no letter: they are told by a note.
 */
export async function listTold(
  db: Db,
  agreement: string,
  party: string | null,
): Promise<Map<string, Told[]>> {
  const { rows } = await sql<Told & { number: string }>`
    SELECT n.prefix || '.' || n.serial || '.' || n.year AS number, ap.party,
      (SELECT min(l.sent_at) FROM outbox o JOIN letters l ON l.outbox = o.id
          JOIN people s ON s.id = l.person
        WHERE o.agreement = n.agreement AND o.seq = n.seq AND s.party = ap.party) AS "sentAt",
      (SELECT min(d.at) FROM papers x JOIN downloads d ON d.agreement = x.agreement
          AND (d.digest = x.digest OR d.digest IN (SELECT r.digest FROM renewals r
            WHERE r.base = x.digest))
          JOIN people s ON s.id = d.person
        WHERE x.agreement = n.agreement AND x.kind = 'notification' AND s.party = ap.party
          AND concat(x.subject, '-') LIKE concat(n.prefix, '.', n.serial, '.', n.year, '-%'))
        AS "openedAt",
      (SELECT r.received_on::text FROM notification_receipts r WHERE r.prefix = n.prefix
        AND r.year = n.year AND r.serial = n.serial AND r.party = ap.party) AS "receivedOn"
    FROM notifications n JOIN agreement_parties ap ON ap.agreement = n.agreement
    WHERE n.agreement = ${agreement} AND (${party}::text IS NULL OR ap.party = ${party})
    ORDER BY n.year DESC, n.serial DESC, ap.position`.execute(db);
  const told = new Map<string, Told[]>();
  for (const { number, ...one } of rows) told.set(number, [...(told.get(number) ?? []), one]);
  return told;
}

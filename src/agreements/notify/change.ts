import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import type { NotificationNumber } from "#src/db/tables/notifications.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { problemWords } from "#src/text/problem-words.ts";
import type { NotificationContent } from "#workflows/notifications.ts";
import { type Asked, act, type Done } from "../act.ts";
import type { Scene } from "../scene.ts";
import { contentOf } from "./draw-up.ts";
import { readNumber } from "./number.ts";

export type NotificationChange = { notification: string; reason: string };

/**
 * Issues a notification again under its number, as the record now reads, with the reason: a clerical error, a name that
 * was corrected. The first edition stays on record.
 */
export function reissueNotification(
  ctx: Context,
  asked: Asked,
  given: NotificationChange,
): Promise<Done> {
  return change(ctx, asked, given, "reissue");
}

/** Cancels a notification for all to see; its number is never used again. */
export function cancelNotification(
  ctx: Context,
  asked: Asked,
  given: NotificationChange,
): Promise<Done> {
  return change(ctx, asked, given, "cancellation");
}

function change(
  ctx: Context,
  asked: Asked,
  { notification, reason: given }: NotificationChange,
  kind: "reissue" | "cancellation",
): Promise<Done> {
  const { person } = asked;
  const { language } = person;
  const reason = checkText(given, { kind: "body", language });
  const type = kind === "reissue" ? "reissue-notification" : "cancel-notification";
  return act(
    ctx,
    { ...asked, act: { type, by: person.id }, detail: { notification, reason } },
    async (scene) => {
      const { tx, writes, agreement, at, today } = scene;
      const found = await issuedOf(scene, notification);
      const { seq, edition, content, circulatedOn: _, ...number } = found;
      const drawn =
        kind === "reissue" ? await contentOf(tx, { agreement: agreement.id, seq }, today) : null;
      writes.push(
        tx.insertInto("notification_changes").values({
          ...number,
          edition: edition + 1,
          agreement: agreement.id,
          seq: agreement.version + 1,
          ...{ kind, reason, language, at },
          content: JSON.stringify(drawn ?? content),
          person: person.id,
          on_day: today,
        }),
      );
      return undefined;
    },
  );
}

type Issued = NotificationNumber & {
  seq: number;
  edition: number;
  circulatedOn: string;
  content: NotificationContent;
};

/** The agreement's notification of this number. Throws a Refusal if there is none, or if it is cancelled. */
async function issuedOf({ tx, agreement }: Pick<Scene, "tx" | "agreement">, written: string) {
  const found = await findIssued(tx, agreement.id, written);
  if (!found) throw unknownNotification();
  if (found.cancelled) {
    throw new Refusal("notification-cancelled", problemWords("notification-cancelled", "en"));
  }
  const { cancelled: _, ...issued } = found;
  return issued;
}

/** The notification of an agreement by its written number; null if the agreement has none of it. */
export async function findIssued(
  tx: Tx,
  agreement: string,
  written: string,
): Promise<(Issued & { cancelled: boolean }) | null> {
  const number = readNumber(written);
  if (!number) return null;
  const { prefix, year, serial } = number;
  const { rows } = await sql<Issued & { cancelled: boolean }>`
    SELECT n.prefix, n.year, n.serial, n.seq, n.content,
      n.circulated_on::text AS "circulatedOn",
      1 + (SELECT count(*)::integer FROM notification_changes c WHERE c.prefix = n.prefix
        AND c.year = n.year AND c.serial = n.serial) AS edition,
      EXISTS (SELECT FROM notification_changes c WHERE c.prefix = n.prefix AND c.year = n.year
        AND c.serial = n.serial AND c.kind = 'cancellation') AS cancelled
    FROM notifications n WHERE n.agreement = ${agreement} AND n.prefix = ${prefix}
      AND n.year = ${year} AND n.serial = ${serial}`.execute(tx);
  return rows[0] ?? null;
}

/** The refusal for a number that the agreement does not have. */
export function unknownNotification(): Refusal {
  return new Refusal("not-found", "The agreement has no notification of this number.", {
    errors: [{ pointer: "/notification", detail: "is no notification of this agreement" }],
  });
}

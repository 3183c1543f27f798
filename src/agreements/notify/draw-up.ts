import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Db, Tx } from "#src/db/db.ts";
import type { NotificationNumber } from "#src/db/tables/notifications.ts";
import { sealingService } from "#src/people/person.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { consequencesIn } from "#workflows/notification-sentences.ts";
import { headingOf, type NotificationContent } from "#workflows/notifications.ts";
import { readFacts } from "../facts.ts";
import { findAgreement } from "../find.ts";
import { determinedDays } from "./determined-days.ts";
import { readEntry } from "./read-entry.ts";

/** An act whose parties are to be told, by its entry in the agreement's evidence. */
export type ToNotify = { agreement: string; number: number; seq: number };

/**
 * Draws up the depositary's notification of an act: gives it the next number of the year, and writes down what it
 * says. Repeated for the same act it gives the same number. Null if no notification belongs to the act:
 * one of the negotiation, or of an instrument without a depositary (VCLT articles 77(1)(e) and 78).
 */
export async function drawUp(
  ctx: Context,
  { agreement, number, seq }: ToNotify,
  prefix: string,
): Promise<NotificationNumber | null> {
  const known = await numberOf(ctx.db, { agreement, seq });
  if (known) return known;
  const { terms } = await findAgreement(ctx.db, agreement, sealingService);
  if (terms.depositary === "none") return null;
  const at = ctx.now();
  const circulatedOn = civilDate(at.toISOString(), terms.zone);
  const content = await contentOf(ctx.db, { agreement, seq }, circulatedOn);
  if (!content) return null;
  const { heading, party, on } = content;
  const year = Number(circulatedOn.slice(0, 4));
  return ctx.db.transaction().execute(async (tx) => {
    // Whoever comes second waits here, and finds the number that the first one gave.
    await tx
      .selectFrom("agreements")
      .select("id")
      .where("id", "=", agreement)
      .forUpdate()
      .execute();
    const earlier = await numberOf(tx, { agreement, seq });
    if (earlier) return earlier;
    const given = { prefix, year, serial: await nextSerial(tx, { prefix, year }) };
    await tx
      .insertInto("notifications")
      .values({
        ...given,
        ...{ agreement, number, seq, heading, party, at },
        on_day: on,
        circulated_on: circulatedOn,
        content: JSON.stringify(content),
      })
      .execute();
    return given;
  });
}

/** What the notification of an act says, from the record as it stands; null if no notification belongs to it. */
export async function contentOf(
  db: Db | Tx,
  { agreement, seq }: Pick<ToNotify, "agreement" | "seq">,
  circulatedOn: string,
): Promise<NotificationContent | null> {
  const facts = await readFacts(db, agreement);
  const entry = await readEntry(db, { agreement, seq, zone: facts.terms.zone });
  const heading = entry && headingOf(entry);
  if (!entry || !heading) return null;
  const { headings } = await db
    .selectFrom("agreements")
    .select("headings")
    .where("id", "=", agreement)
    .executeTakeFirstOrThrow();
  const determined = heading === "entry-into-force" ? await determinedDays(db, agreement) : [];
  return {
    heading,
    party: entry.party,
    on: entry.on,
    sentences: [...entry.said, ...consequencesIn(entry, facts, circulatedOn), ...determined],
    texts: entry.texts,
    binding: facts.terms.binding,
    headings,
  };
}

/** The number that this act's notification has; null if it has none yet. */
export async function numberOf(
  db: Db | Tx,
  { agreement, seq }: Pick<ToNotify, "agreement" | "seq">,
): Promise<NotificationNumber | null> {
  const of = (table: "notifications" | "notification_changes") =>
    db
      .selectFrom(table)
      .select(["prefix", "year", "serial"])
      .where("agreement", "=", agreement)
      .where("seq", "=", seq)
      .executeTakeFirst();
  return (await of("notifications")) ?? (await of("notification_changes")) ?? null;
}

/** The next number of the year. Its row is locked until the transaction ends, so no two get the same. */
async function nextSerial(tx: Tx, { prefix, year }: { prefix: string; year: number }) {
  const { last } = await tx
    .insertInto("notification_numbers")
    .values({ prefix, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(["prefix", "year"])
        .doUpdateSet({ last: sql`notification_numbers.last + 1` }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return last;
}

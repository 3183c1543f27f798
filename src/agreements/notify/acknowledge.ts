import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { problemWords } from "#src/text/problem-words.ts";
import type { LetterEffect } from "#workflows/letters.ts";
import type { Heading, NotificationContent } from "#workflows/notifications.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { noteReceipts } from "../force/note-receipts.ts";
import { partyFor } from "../party-for.ts";
import { findIssued, unknownNotification } from "./change.ts";

export type Receipt = {
  notification: string;
  /** The State that received it; a representative's own. */
  party?: string | undefined;
  /** The day of receipt, if an officer records it from a note. */
  on?: CivilDate | undefined;
};

/**
 * Records that a State received a notification (VCLT article 78(c)). The first receipt counts. If the notification is
 * about a reservation and no letter has told the State yet, its time to object runs from this receipt (20(5)).
 */
export function acknowledgeNotification(
  ctx: Context,
  asked: Asked,
  { notification, party: named, on }: Receipt,
): Promise<Done> {
  const { person } = asked;
  const party = partyFor(person, named);
  const detail = { notification, ...(on && { on }) };
  return act(
    ctx,
    { ...asked, act: { type: "acknowledge-notification", by: person.id, party }, detail },
    async ({ tx, writes, agreement, facts, at, today }) => {
      const found = await findIssued(tx, agreement.id, notification);
      if (!found) throw unknownNotification();
      if (![...facts.parties, ...facts.entitled].includes(party)) {
        throw new Refusal("not-a-participant", problemWords("not-a-participant", "en"));
      }
      const { prefix, year, serial, circulatedOn: circulated } = found;
      const number = { prefix, year, serial };
      const received = person.party === null ? (on ?? today) : today;
      if (received < circulated || received > today) {
        throw new Refusal("days-out-of-order", problemWords("days-out-of-order", "en"), {
          errors: [{ pointer: "/on", detail: `lies outside ${circulated} to ${today}` }],
        });
      }
      writes.push(
        tx
          .insertInto("notification_receipts")
          .values({ ...number, party, received_on: received, person: person.id, at })
          .onConflict((conflict) => conflict.doNothing()),
      );
      const { seq, content } = found;
      const by = person.party === null ? "note" : "statement";
      const effect = effectOf(content);
      const circulatedAt = effect && (await timeOf(tx, agreement.id, seq));
      if (circulatedAt) {
        const informed = { agreement: agreement.id, party, circulatedAt, now: at, on: received };
        await noteReceipts(tx, { ...informed, effect, basis: by });
      }
      return undefined;
    },
  );
}

/** The effect that orders letters about a reservation, if the notification is about one; else null. */
function effectOf({ heading, texts }: NotificationContent): LetterEffect | null {
  const known = effects[heading];
  if (known) return known;
  return texts.some(({ of }) => of === "reservation") ? "announce-reservation" : null;
}

const effects: Partial<Record<Heading, LetterEffect>> = {
  "late-reservation": "announce-late-reservation",
  "withdrawal-of-reservation": "announce-reservation-withdrawal",
  "withdrawal-of-objection": "announce-objection-withdrawal",
  "partial-withdrawal": "announce-reservation-change",
};

async function timeOf(tx: Tx, agreement: string, seq: number): Promise<Date | undefined> {
  const entry = await tx
    .selectFrom("evidence")
    .select("at")
    .where("agreement", "=", agreement)
    .where("seq", "=", seq)
    .executeTakeFirst();
  return entry?.at;
}

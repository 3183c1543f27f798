import type { Db } from "#src/db/db.ts";
import { type Person, sealingService, worded } from "#src/people/person.ts";
import { beside } from "#src/text/beside.ts";
import { colonOf } from "#src/text/comma-of.ts";
import { eventWords } from "#src/text/events.ts";
import { formatDate } from "#src/text/format-date.ts";
import { editionWords } from "#src/text/notification-words.ts";
import { objectionWords } from "#src/text/objection-words.ts";
import { namedTogether } from "#src/text/parties-together.ts";
import type { Named } from "#src/text/party-forms.ts";
import { partyName, type SourceParty } from "#src/text/party-name.ts";
import { proposedActWords } from "#src/text/proposed-acts.ts";
import { type AgreementLetter, rowOfLetter, type Says } from "#workflows/letters.ts";
import type { NotifiedEffect } from "#workflows/notified-effects.ts";
import { findAgreement } from "../find.ts";
import { objectionOf } from "../force/notify-reservation.ts";
import { type Edition, newestEdition, partiesNamed } from "../notify/find-notification.ts";
import { inWords } from "../notify/in-words.ts";
import { writtenNumber } from "../notify/number.ts";
import { isSealed } from "../notify/sealed-page.ts";
import { determinedEntry } from "./determined-entry.ts";
import { factsInWords, letterFacts } from "./letter-facts.ts";
import { type LetterReason, letterReason } from "./letter-reason.ts";
import { reservationEvents } from "./reservation-event.ts";

/** A letter, the outbox row that orders it, its reader and the current time. */
type Occasion = {
  letter: AgreementLetter;
  task: {
    agreement: string;
    number: number;
    effect: string;
    created_at: Date;
    seq: number | null;
  };
  person: Person;
  language: string;
  now: Date;
};

export type LetterValues = Record<"recipient" | Exclude<Says<AgreementLetter>, "party">, string> & {
  party: Named;
};

/** What a letter about an agreement says to this person, in this language. A place without a source is empty. */
export async function letterValues(db: Db, occasion: Occasion): Promise<LetterValues> {
  const { letter, task, person, language } = occasion;
  const agreement = await findAgreement(db, task.agreement, sealingService);
  const given = await letterReason(db, letter, task);
  const facts = await letterFacts(db, {
    ...{ letter, agreement },
    ...{ number: task.number, seq: task.seq },
  });
  const parties = facts.parties.filter(({ code }) => given?.parties.includes(code));
  const told = await toldOf(db, task);
  return {
    recipient: worded(person.names, language),
    title: worded(agreement.title, language),
    reference: agreement.reference,
    version: String(task.number),
    party: namedTogether(parties, language),
    reason: given?.reason ?? "",
    event: await eventOf(db, occasion, { given, told, parties }),
    number: told ? writtenNumber(told) : "",
    ...factsInWords(facts, agreement, language),
  };
}

/** The path at which this recipient can do what the letter asks, after sign-in if needed; at its notification. */
export function letterLink(
  letter: AgreementLetter,
  { id, number }: { id: string; number: string },
  { roles }: Pick<Person, "roles">,
): string {
  const { link, officersLink = link } = rowOfLetter(letter);
  const path = (roles.includes("legal-officer") ? officersLink : link).replace("{id}", id);
  return number === "" ? path : `${path}#${number}`;
}

/** The notification of the act in its newest edition, and whether its page is sealed. */
type Told = Edition & { isSealed: boolean };

/** What the record says for the letter: a party's reason, and the depositary's notification. */
type Known = { given: LetterReason | null; told: Told | null; parties: SourceParty[] };

async function toldOf(db: Db, { agreement, seq }: Occasion["task"]): Promise<Told | null> {
  const edition = seq === null ? null : await newestEdition(db, { agreement, seq });
  return edition && { ...edition, isSealed: await isSealed(db, edition) };
}

/** What the letter is about, in a sentence. */
async function eventOf(db: Db, of: Occasion, { given, told, parties }: Known): Promise<string> {
  const { from } = rowOfLetter(of.letter);
  if (from === "reservations") {
    const until = await untilWhen(db, of);
    return told ? `${until}\n\n${pageWords(told, of.language)}` : until;
  }
  if (from === "notified-event") return notified(db, of, told);
  return proposed(given, parties, of.language);
}

/**
 * The event: as the depositary's notification of it puts it, or in a sentence if it has none. On entry into force with
 * the reason, if the depositary determined another day (the notification has it).
 */
async function notified(db: Db, { task, language }: Occasion, told: Told | null): Promise<string> {
  const event = worded(eventWords(task.effect), language);
  if (told) {
    const { content } = told;
    const nameOf = await partiesNamed(db, task.agreement);
    const { heading, paragraphs } = inWords(told, nameOf, language);
    // The effect is explained as a treaty's. A memorandum's has no such words, and reservations have their own.
    const explained =
      content.binding && told.kind === "issue" && !aboutReservations.includes(task.effect);
    const page = pageWords(told, language);
    return [heading, ...(explained ? [event] : []), ...paragraphs, page].join("\n\n");
  }
  if (aboutReservations.includes(task.effect)) {
    return (await reservationEvents(db, task, language)) || event;
  }
  const determined =
    task.effect === "announce-entry" && (await determinedEntry(db, task.agreement, language));
  return determined ? `${event} ${determined}` : event;
}

/** Whether the notification's sealed page is there, or follows. */
function pageWords({ isSealed }: Told, language: string): string {
  return editionWords(isSealed ? "page-sealed" : "page-follows", "", language);
}

/** Effects whose letters say which State did what, and in which words. */
const aboutReservations: readonly string[] = [
  "announce-objection",
  "announce-objection-withdrawal",
  "announce-reservation-withdrawal",
  "announce-reservation-change",
  "announce-reaction",
  "announce-communication",
  "announce-organ-decision",
  "announce-settlement",
] satisfies NotifiedEffect[];

/** The deadline for the reader's State to object, counted from this letter as its notification. */
async function untilWhen(db: Db, { task, person, language, now }: Occasion): Promise<string> {
  const { agreement, created_at: circulatedAt } = task;
  const { party } = person;
  const { rule, day } = await objectionOf(db, { agreement, party, circulatedAt, now });
  return objectionWords(rule, day, language);
}

/** The act that waits for a second officer, its party and the day it names. */
function proposed(given: LetterReason | null, parties: SourceParty[], language: string): string {
  if (!given?.act) return "";
  const { act, on } = given;
  const day = on ? (formatDate(on, language) ?? on) : "";
  const details = beside([...parties.map((party) => partyName(party, language)), day], language);
  const words = worded(proposedActWords(act), language);
  return details ? `${words}${colonOf(language)} ${details}` : words;
}

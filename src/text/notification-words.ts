import type { Sentence } from "#workflows/entry-into-force.ts";
import type { Headings } from "#workflows/headings.ts";
import type {
  NotificationContent,
  NotificationSentence,
  Quoted,
} from "#workflows/notifications.ts";
import words from "../../templates/notification-sentences.json" with { type: "json" };
import { capital } from "./capital.ts";
import { colonOf, semicolonOf } from "./comma-of.ts";
import { derivationWords } from "./derivation.ts";
import { fillSentence, type SentenceValue } from "./fill-sentence.ts";
import { formsOf } from "./forms.ts";
import { isolate } from "./isolate.ts";
import { headingWords } from "./notification-headings.ts";
import { namedIn, partyName, type SourceParty } from "./party-name.ts";
import { type ReservationEvent, reservationEventWords } from "./reservation-events.ts";
import { languageList } from "./testimonium.ts";

type Sentences = Record<string, Record<string, string>>;
const ofTreaties: Sentences = words.sentences;
const ofMemoranda: Sentences = words.nonBinding;
const labels: Sentences = words.texts;

/** Who a code stands for, as it takes part in the agreement. */
export type NameOf = (code: string) => SourceParty;

/** What a notification says, in a language: its heading, its sentences, and the words of States in their own language. */
export type NotificationWords = { heading: string; sentences: string[]; texts: string[] };

/** Puts a notification into words; English for a language without them. */
export function notificationWords(
  content: NotificationContent,
  nameOf: NameOf,
  language: string,
): NotificationWords {
  const { heading, party, binding, headings, sentences, texts } = content;
  const about = said(headingWords(heading, binding), language);
  const name = party && capital(partyName(nameOf(party), language), language);
  return {
    heading: name ? `${isolate(name, language)}${colonOf(language)} ${about}` : about,
    sentences: sentences.map((one) => sentenceWords(one, { binding, nameOf, language })),
    texts: texts.map((one) => quotedWords(one, language, headings)),
  };
}

type Voice = { binding: boolean; nameOf: NameOf; language: string };

function sentenceWords(
  { key, values }: NotificationSentence,
  { binding, nameOf, language }: Voice,
) {
  const { party, other, parties, on, organ = "", reference = "" } = values;
  const named = (code = "") => namedIn(nameOf(code), language);
  const known: Record<string, SentenceValue> = {
    ...(party && { party: named(party) }),
    ...(other && { other: named(other) }),
    ...(parties && { parties: parties.map((code) => named(code)) }),
    ...(reference !== "" && { reference }),
    ...(on && { on: { day: on } }),
  };
  if (key.startsWith("reservation/")) {
    const event = key.slice("reservation/".length) as ReservationEvent;
    const ofEvent = { party: named(party), other: named(other), day: on ?? "", organ, reference };
    return reservationEventWords(event, ofEvent, language);
  }
  if (key.startsWith("derivation/")) {
    const known = { ...(on && { on }), ...(reference && { reason: reference }) };
    const said = { key: key.slice("derivation/".length), values: known } as Sentence;
    return derivationWords([said], language).join(" ");
  }
  const forms = (binding ? undefined : ofMemoranda[key]) ?? ofTreaties[key];
  if (!forms) throw new Error(`There are no words for ${key}.`);
  return capital(fillSentence(said(forms, language), known, language), language);
}

/** A State's own words under what they are, with their articles and their language. */
function quotedWords(quoted: Quoted, language: string, headings?: Headings) {
  const { of, language: own, text, articles, instead, nth } = quoted;
  const { article } = formsOf(language, { headings });
  const numbers = articles.map((number) => article(number));
  const tongue =
    own &&
    fillSentence(
      said(labels.original, language),
      { language: languageList([own], language) },
      language,
    );
  const which = nth ? fillSentence(said(labels.occurrence, language), { nth }, language) : "";
  const notes = [...numbers, which, tongue]
    .filter((note) => note !== "")
    .join(semicolonOf(language));
  const label = `${said(labels[of], language)}${notes && ` (${notes})`}`;
  const words =
    instead === undefined
      ? text
      : fillSentence(said(labels.instead, language), { text, instead }, language);
  const lines = words.split(/\r\n|\r|\n/).map((line) => isolate(line, language));
  return `${label}${colonOf(language)} ${lines.join("\n")}`;
}

/** One sentence about the notification itself, such as that it is cancelled, or that its page follows. */
export function editionWords(
  key: "cancelled" | "reissued" | "page-sealed" | "page-follows",
  on: string,
  language: string,
): string {
  return fillSentence(said(ofTreaties[key], language), { on: { day: on } }, language);
}

function said(forms: Record<string, string> = {}, language: string): string {
  return forms[language] ?? forms.en ?? "";
}

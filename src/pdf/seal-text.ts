import { formatDate } from "#src/text/format-date.ts";
import { formatInstant } from "#src/text/format-instant.ts";
import { isolate } from "#src/text/isolate.ts";
import { directionOf } from "#src/text/languages.ts";
import type { Look } from "./revisions/draw-appearance.ts";
import { type SealWords, sealWords } from "./seal-words.ts";

/** A party's consent as recorded by the depositary. */
export type Attestation = {
  /** The signature field's name, such as `Party-KZ`. */
  field: string;
  /** The party's name. */
  party: string;
  /** Who signed. */
  person: string;
  title?: string | undefined;
  /** How, in a few words, such as "passkey". */
  method: string;
  /** When. */
  at: Date;
  /** The day alone (`2026-11-23`), for a signature in ink, whose hour is not on record. */
  on?: string | undefined;
};

/** `zone`: the IANA zone of the instrument, in which its days begin and end. */
type Voice = { language: string; trusted: boolean; zone: string };

type SealVoice = Voice & {
  at: Date;
  reference: string;
  log: { origin: string; index: number } | null;
};

/** The text of a party's signature: on the page, and as the reason in the viewer's panel. */
export function attestationText(attestation: Attestation, voice: Voice) {
  const { party, person, title, method, at, on } = attestation;
  const { trusted, zone } = voice;
  const language = spoken(voice.language);
  const words = sealWords[language];
  const own = (value: string) => isolate(value, language);
  const when = on ? (formatDate(on, language) ?? on) : formatInstant(at, language, { zone });
  const reason = words.consent({
    party: own(party),
    person: listed(language, person, title),
    when: own(when),
    method: own(method),
  });
  const look = lookOf(language, [
    { text: own(person), bold: true, size: 11 },
    { text: listed(language, title, party), size: 8 },
    ...dated(words.signedOn(when)),
    { text: words.attested, size: 7 },
    ...warning(words, trusted),
  ]);
  return { name: person, reason: withWarning(reason, words, trusted), look };
}

/** The text of a signature that the party made with its own key, whose certificate names a holder. */
export function ownSignatureText(
  {
    party,
    person,
    title,
    at,
    zone,
    ...voice
  }: Omit<Attestation, "method" | "on"> & Omit<Voice, "trusted">,
  holder: string,
) {
  const language = spoken(voice.language);
  const words = sealWords[language];
  const own = (value: string) => isolate(value, language);
  const when = formatInstant(at, language, { zone });
  const look = lookOf(language, [
    { text: own(person), bold: true, size: 11 },
    { text: listed(language, title, party), size: 8 },
    ...dated(words.signedOn(when)),
    { text: words.ownKey(own(holder)), size: 7 },
  ]);
  return {
    name: person,
    reason: words.ownConsent({
      party: own(party),
      person: listed(language, person, title),
      when: own(when),
    }),
    look,
  };
}

/** The text of the depositary's own seal. */
export function sealText({ at, trusted, zone, reference, log, ...voice }: SealVoice) {
  const language = spoken(voice.language);
  const words = sealWords[language];
  const when = formatInstant(at, language, { zone });
  const place = log && { ...log, origin: isolate(log.origin, language) };
  const look = lookOf(language, [
    { text: words.seal, bold: true, size: 11 },
    ...dated(words.sealedOn(when)),
    ...(place ? [{ text: words.logged(place), size: 7 }] : []),
    ...warning(words, trusted),
  ]);
  return {
    name: words.seal,
    reason: withWarning(words.sealReason(isolate(reference, language)), words, trusted),
    look,
  };
}

type Spoken = keyof typeof sealWords;

function spoken(language: string): Spoken {
  const primary = language.split("-", 1)[0] ?? "";
  return Object.hasOwn(sealWords, primary) ? (primary as Spoken) : "en";
}

/** Joins parts, each in its own direction, with the comma of the first one's script. */
function listed(language: string, ...parts: (string | undefined)[]): string {
  const said = parts.filter((part): part is string => Boolean(part));
  const comma = said.some((part) => isArabic(part)) ? "، " : ", ";
  return said.map((part) => isolate(part, language)).join(comma);
}

/** Puts the zone on its own line, because its name would break at the slash. */
function dated(text: string): { text: string; size: number }[] {
  const [day = "", zone] = text.split(" (");
  return [{ text: day, size: 8 }, ...(zone ? [{ text: `(${zone}`, size: 7 }] : [])];
}

function warning(words: SealWords, trusted: boolean): { text: string; size: number }[] {
  return trusted ? [] : [{ text: words.untrusted, size: 7 }];
}

function withWarning(reason: string, words: SealWords, trusted: boolean): string {
  return trusted ? reason : `${reason} ${words.untrusted}.`;
}

function lookOf(language: string, lines: Omit<Look["lines"][number], "language">[]): Look {
  return {
    // A name in Arabic letters needs the leading of Arabic in any language.
    lines: lines.map(({ text, ...line }) => ({
      ...line,
      text: text.replace(" UTC", "\u00a0UTC"),
      language: isArabic(text) ? "ar" : language,
    })),
    direction: directionOf(language),
  };
}

function isArabic(text: string): boolean {
  return /^\P{L}*\p{Script=Arabic}/u.test(text);
}

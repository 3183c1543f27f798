import { Refusal } from "#src/errors.ts";
import { worded } from "#src/people/person.ts";
import type { FormValues } from "#src/text/act-form.ts";
import { beside } from "#src/text/beside.ts";
import { formatDate } from "#src/text/format-date.ts";
import type { Gender, Named } from "#src/text/party-forms.ts";
import { namedIn } from "#src/text/party-name.ts";
import { languageList } from "#src/text/testimonium.ts";
import { civilDate } from "#workflows/civil-date.ts";
import type { AgreementRow } from "../find.ts";
import type { FormParty, Known, Lodged } from "./known.ts";

/** What every form may say: the instrument, its signatures and reservations. */
export function common(
  row: AgreementRow,
  { parties, reservations }: Known,
  language: string,
): FormValues {
  return {
    title: worded(row.title, language),
    reference: row.reference,
    languages: languageList(row.languages, language),
    signatures: parties.flatMap(({ code, signed }) =>
      signed
        ? [
            {
              person: worded(signed.person, language),
              office: worded(signed.titles, language),
              party: named(parties, code, language),
              on: dayIn(signed.on, language),
            },
          ]
        : [],
    ),
    reservations: inWords(reservations, parties, language),
  };
}

/** Reservations and declarations as lines: whose, of which day, and the words. */
function inWords(reservations: Lodged[], parties: FormParty[], language: string) {
  return reservations.map(({ party, on, text }) => ({
    party: named(parties, party, language),
    on: dayIn(on, language),
    text,
  }));
}

/** The values of one party: its reservations, its signatory and the day it signed. */
export function ofParty(
  own: FormParty | undefined,
  { parties, reservations }: Known,
  language: string,
): FormValues {
  if (!own) return {};
  const { code, person, titles, signed } = own;
  const office = worded(titles ?? {}, language);
  return {
    party: named(parties, code, language),
    signatory: person ? beside([worded(person, language), office], language) : "",
    capacity: { line: capacityOf(own) },
    sender: senderOf(own, language),
    reservations: inWords(
      reservations.filter(({ party: of }) => of === code),
      parties,
      language,
    ),
    signed_on: signed ? dayIn(signed.on, language) : "",
  };
}

/** The reader's language, and the instrument's zone, which sets the days in the forms. */
export type Voice = { language: string; zone: string };

/** The values of a certified true copy. Throws a Refusal if there is none of this number. */
export function ofCopy({ copy, parties }: Known, { language, zone }: Voice): FormValues {
  if (!copy) throw new Refusal("not-found", "There is no certified true copy of this number.");
  return {
    serial: String(copy.serial),
    digest: copy.digest,
    party: copy.party ? named(parties, copy.party, language) : "",
    officer: worded(copy.by, language),
    on: dayIn(civilDate(copy.at, zone), language),
  };
}

/** A party's name in a language, with its forms. */
export function named(parties: FormParty[], code: string, language: string): Named {
  const own = parties.find((one) => one.code === code);
  return namedIn({ code, ...(own && { name: own.names, forms: own.forms }) }, language);
}

/** Who writes a note for a party: a State's ministry of foreign affairs, an organisation's secretariat, a body itself. */
function senderOf({ code, kind, names, forms, own }: FormParty, language: string) {
  if (kind === "ministry" || kind === "agency")
    return namedIn({ code, name: names, forms }, language);
  const line = kind === "state" ? "ministry" : "secretariat";
  const party = namedIn({ code, name: own.names, forms: own.forms }, language);
  return { line, values: { party }, gender: genders[line][language] ?? "neuter" };
}

/** How a sentence agrees with the first noun of each sender. */
const genders: Record<"ministry" | "secretariat", Record<string, Gender>> = {
  ministry: { ru: "neuter", ar: "feminine", fr: "masculine" },
  secretariat: { ru: "masculine", ar: "feminine", fr: "masculine" },
};

/** A day in the words of a language. */
export function dayIn(date: string, language: string): string {
  return formatDate(date, language) ?? date;
}

/** In which capacity those that need no full powers act for it (VCLT article 7(2); VCLT-IO article 7(3)). */
function capacityOf({ kind, asGovernment }: FormParty): string {
  if (kind === "organization") return "organisation";
  if (kind !== "state") return "body";
  return asGovernment ? "government" : "state";
}

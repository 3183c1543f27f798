import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { formsOfParty, namesOfParty } from "#src/db/names-of-party.ts";
import { Refusal } from "#src/errors.ts";
import { worded } from "#src/people/person.ts";
import { findForm } from "#src/templates/find.ts";
import { type FormValues, fillForm, parseForm } from "#src/text/act-form.ts";
import { beside } from "#src/text/beside.ts";
import { formatDate } from "#src/text/format-date.ts";
import type { FormsByLanguage } from "#src/text/party-forms.ts";
import { partyGenitive, partyName } from "#src/text/party-name.ts";
import type { Source } from "#src/text/source.ts";
import { termInWords, termNames } from "#src/text/terms-in-words.ts";
import { languageList } from "#src/text/testimonium.ts";
import { civilDate } from "#workflows/civil-date.ts";
import type { SomeTerms, Terms } from "#workflows/terms.ts";
import { signatoryActs } from "../acting-signatory.ts";
import type { AgreementRow } from "../find.ts";

type Wanted = {
  form: string;
  language: string;
  /** The party, if it is a party's act. */
  party?: string | undefined;
  /** The serial number of a certified true copy. */
  serial?: number | undefined;
};

/** The depositary, one of the parties that ship with the service. */
const depositary = "HUB";

/**
 * Fills a form from the agreement's record and returns a source that can be read or typeset. Missing values become
 * blanks. Throws a Refusal if the form, copy or correction does not exist, or if a party's form names none of the
 * agreement's parties.
 */
export async function fillAct(db: Db, row: AgreementRow, wanted: Wanted): Promise<Source> {
  const form = parseForm((await findForm(db, wanted.form)).files);
  const known = await readKnown(db, row, wanted.serial ?? null);
  const { language, party } = wanted;
  const { zone } = row.terms;
  const own = known.parties.find(({ code }) => code === party);
  if (form.by === "party" && !own) {
    throw new Refusal("malformed-request", "This form is a party's: name one of the agreement's.", {
      errors: [{ pointer: "/party", detail: "is not a party to the agreement" }],
    });
  }
  const values = { ...common(row, known, language), ...ofParty(own, language) };
  if (wanted.form === "certified-true-copy")
    Object.assign(values, ofCopy(known, { language, zone }));
  if (wanted.form === "proces-verbal-of-correction") {
    Object.assign(values, ofCorrection(known, row.terms, { language, zone }));
  }
  const signing = form.by === "party" && own ? own : { code: depositary, names: null, forms: null };
  return {
    reference: row.reference,
    title: { [language]: worded(form.title, language) },
    languages: [language],
    parties: [
      {
        code: signing.code,
        ...(signing.names && { name: signing.names }),
        ...(signing.forms && { forms: signing.forms }),
      },
    ],
    layout: "sequential",
    act: true,
    texts: { [language]: fillForm(form, language, values) },
  };
}

type Party = {
  code: string;
  names: Worded;
  forms: FormsByLanguage;
  /** The designated signatory. */
  person: Worded | null;
  titles: Worded | null;
  signed: { person: Worded; titles: Worded; on: string } | null;
};

type Known = {
  parties: Party[];
  reservations: { party: string; on: string; text: string }[];
  copy: { serial: number; party: string | null; digest: string; at: string; by: Worded } | null;
  correction: {
    changes: { language: string; article: number; found: string; corrected: string }[];
    /** The terms on record that it corrected. */
    terms: SomeTerms | null;
    reason: string;
    until: string;
    at: string;
    by: Worded;
  } | null;
};

/** Reads all values in one query. */
async function readKnown(db: Db, row: AgreementRow, serial: number | null): Promise<Known> {
  const { id, text_version: number } = row;
  const { rows } = await sql<Known>`SELECT
    (SELECT jsonb_agg(jsonb_build_object('code', p.code, 'names', ${namesOfParty},
        'forms', ${formsOfParty}, 'person', d.names,
        'titles', d.titles, 'signed', CASE WHEN g.signed_on IS NOT NULL THEN jsonb_build_object(
          'person', s.names, 'titles', s.titles, 'on', g.signed_on) END) ORDER BY ap.position)
      FROM agreement_parties ap JOIN parties p ON p.code = ap.party
      LEFT JOIN people d ON d.id = ap.signatory AND ${signatoryActs(sql`${number}`)}
      LEFT JOIN signatures g ON g.agreement = ${id} AND g.number = ${number}
        AND g.party = ap.party
      LEFT JOIN people s ON s.id = g.person WHERE ap.agreement = ${id}) AS parties,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('party', r.party, 'on', r.made_on,
        'text', coalesce((SELECT n.text FROM reservation_changes n WHERE n.reservation = r.id
          ORDER BY n.at DESC LIMIT 1), r.text)) ORDER BY r.made_on, r.id), '[]')
      FROM reservations r WHERE r.agreement = ${id} AND NOT EXISTS (SELECT FROM reservation_acts w
        WHERE w.reservation = r.id AND w.act = 'withdrawal')
      AND NOT EXISTS (SELECT FROM evidence e WHERE e.agreement = r.agreement AND e.party = r.party
        AND e.at >= r.at AND (e.act = 'end-participation' OR e.act = 'withdraw-consent'
          AND r.standing IN ('contracting', 'awaitingAcceptance')))
      AND (r.circulated_on IS NULL OR EXISTS (SELECT FROM reservation_settlements s
        WHERE s.reservation = r.id AND s.verdict = 'deposited'))) AS reservations,
    (SELECT jsonb_build_object('serial', c.serial, 'party', c.party, 'digest', c.digest,
        'at', c.at, 'by', p.names)
      FROM certified_copies c JOIN people p ON p.id = c.person
      WHERE c.agreement = ${id} AND c.serial = ${serial}) AS copy,
    (SELECT jsonb_build_object('changes', c.changes, 'terms', c.terms, 'reason', c.reason, 'until', c.until,
        'at', m.at, 'by', p.names)
      FROM corrections c JOIN correction_acts m ON m.correction = c.id AND m.act = 'correction'
      JOIN people p ON p.id = m.person
      WHERE c.agreement = ${id} ORDER BY m.at DESC LIMIT 1) AS correction`.execute(db);
  const [known] = rows;
  if (!known) throw new Error("A SELECT without FROM gave no row.");
  return known;
}

function common(row: AgreementRow, { parties, reservations }: Known, language: string): FormValues {
  const nameOf = (code: string) => named(parties, code, language);
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
              party: nameOf(code),
              of_party: genitiveIn(parties, code, language),
              on: day(signed.on, language),
            },
          ]
        : [],
    ),
    reservations: reservations.map(({ party, on, text }) => ({
      party: nameOf(party),
      on: day(on, language),
      text,
    })),
  };
}

/** The values of one party: its reservations, its signatory and the day it signed. */
function ofParty(own: Party | undefined, language: string): FormValues {
  if (!own) return {};
  const { code, names, forms, person, titles, signed } = own;
  const office = worded(titles ?? {}, language);
  const party = { code, name: names, forms };
  return {
    party: partyName(party, language),
    of_party: partyGenitive(party, language),
    signatory: person ? beside([worded(person, language), office], language) : "",
    signed_on: signed ? day(signed.on, language) : "",
  };
}

/** The reader's language, and the instrument's zone, which sets the days in the forms. */
type Voice = { language: string; zone: string };

function ofCopy({ copy, parties }: Known, { language, zone }: Voice): FormValues {
  if (!copy) throw new Refusal("not-found", "There is no certified true copy of this number.");
  return {
    serial: String(copy.serial),
    digest: copy.digest,
    party: copy.party ? named(parties, copy.party, language) : "",
    officer: worded(copy.by, language),
    on: day(civilDate(copy.at, zone), language),
  };
}

function ofCorrection({ correction }: Known, now: Terms, { language, zone }: Voice): FormValues {
  if (!correction) throw new Refusal("not-found", "No correction has been made.");
  return {
    reason: correction.reason,
    until: day(correction.until, language),
    on: day(civilDate(correction.at, zone), language),
    officer: worded(correction.by, language),
    corrections: correction.changes.map((change) => ({
      ...change,
      language: languageList([change.language], language),
      article: String(change.article),
    })),
    terms: correctedInWords(correction.terms ?? {}, now, language),
  };
}

/** The corrected terms as they now read. */
function correctedInWords(corrected: SomeTerms, now: Terms, language: string) {
  const namers = {
    day: (date: string) => day(date, language),
    languageName: (tag: string) => languageList([tag], language),
    zoneName: (zone: string) => zone,
    partyName: (code: string) => partyName({ code }, language),
  };
  return termNames
    .filter((term) => term in corrected || (term === "reservations" && corrected.reservationRules))
    .map((term) => {
      const { name, sentence } = termInWords(now, term, language, namers);
      return { name, sentence };
    });
}

function genitiveIn(parties: Party[], code: string, language: string): string {
  const own = parties.find((one) => one.code === code);
  return partyGenitive({ code, ...(own && { name: own.names, forms: own.forms }) }, language);
}

function named(parties: Party[], code: string, language: string): string {
  const name = parties.find((one) => one.code === code)?.names;
  return partyName({ code, ...(name && { name }) }, language);
}

function day(date: string, language: string): string {
  return formatDate(date, language) ?? date;
}

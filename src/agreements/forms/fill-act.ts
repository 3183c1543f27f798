import type { Db } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { worded } from "#src/people/person.ts";
import { findForm } from "#src/templates/find.ts";
import { type ActForm, type FormValues, parseForm } from "#src/text/act-form.ts";
import { fillForm, unformed } from "#src/text/fill-form.ts";
import type { Source } from "#src/text/source.ts";
import type { AgreementRow } from "../find.ts";
import { ofCopyCorrection, ofCorrection } from "./correction-values.ts";
import { type Known, readKnown, type Wanted } from "./known.ts";
import { ofDeposit, ofStatement } from "./statement-values.ts";
import { common, ofCopy, ofParty } from "./values.ts";

type WantedForm = Wanted & {
  form: string;
  /** The languages to write it in, side by side in this order. */
  languages: string[];
};

/** The depositary, one of the parties that ship with the service. */
const depositary = "HUB";

type Filled = {
  source: Source;
  /**
   * Names that lack a form which the text needs, with the language: `Национальное агентство (ru)`. There the name stands
   * beside «сторона» or its like, and the sentence is right.
   */
  withoutForms: string[];
};

/**
 * Fills a form from the agreement's record and returns a source that can be read or typeset. Missing values become
 * blanks. Throws a Refusal if the form, copy or correction does not exist, or if a party's form names none of the
 * agreement's parties.
 */
export async function fillAct(db: Db, row: AgreementRow, wanted: WantedForm): Promise<Filled> {
  const form = parseForm((await findForm(db, wanted.form)).files);
  const known = await readKnown(db, row, wanted);
  const source = fillFrom(form, row, known, wanted);
  const withoutForms = wanted.languages.flatMap((language) =>
    unformed(form, language, valuesOf(form, row, known, { ...wanted, language })).map(
      (name) => `${name} (${language})`,
    ),
  );
  return { source, withoutForms: [...new Set(withoutForms)] };
}

/** The languages of the instrument in which the form is written; English if there is none. */
export function languagesOf(form: ActForm, { languages }: Pick<AgreementRow, "languages">) {
  const written = languages.filter((language) => Object.hasOwn(form.texts, language));
  return written.length > 0 ? written : ["en"];
}

/** Fills a form that was read before, from what is known. */
export function fillFrom(
  form: ActForm,
  row: AgreementRow,
  known: Known,
  wanted: Pick<WantedForm, "languages" | "party" | "reservation">,
): Source {
  const { languages, party } = wanted;
  const own = known.parties.find(({ code }) => code === party);
  if (form.by === "party" && !own) {
    throw new Refusal("malformed-request", "This form is a party's: name one of the agreement's.", {
      errors: [{ pointer: "/party", detail: "is not a party to the agreement" }],
    });
  }
  const signing = form.by === "party" && own ? own : { code: depositary, names: null, forms: null };
  const textIn = (language: string) =>
    fillForm(form, language, valuesOf(form, row, known, { ...wanted, language }));
  return {
    reference: row.reference,
    title: Object.fromEntries(languages.map((tag) => [tag, worded(form.title, tag)])),
    languages,
    parties: [
      {
        code: signing.code,
        ...(signing.names && { name: signing.names }),
        ...(signing.forms && { forms: signing.forms }),
      },
    ],
    layout: "sequential",
    act: true,
    texts: Object.fromEntries(languages.map((tag) => [tag, textIn(tag)])),
  };
}

type Of = Pick<WantedForm, "party" | "reservation"> & { language: string };

/** All that fills the form in a language. */
function valuesOf(form: ActForm, row: AgreementRow, known: Known, of: Of): FormValues {
  const { party, reservation, language } = of;
  const own = known.parties.find(({ code }) => code === party);
  return {
    ...common(row, known, language),
    ...(aboutOne(form) ? ofParty(own, known, language) : {}),
    ...ofStatement(form, known, { party, reservation }, language),
    ...ofForm(form, row, known, language),
  };
}

/** A copy and a correction concern all the parties; a party's own paper and the record of its deposit only this one. */
function aboutOne({ by, name }: ActForm): boolean {
  return by === "party" || name === "proces-verbal-of-deposit";
}

/** The values that only one form has. */
function ofForm(
  form: ActForm,
  { terms }: AgreementRow,
  known: Known,
  language: string,
): FormValues {
  switch (form.name) {
    case "certified-true-copy":
      return ofCopy(known, { language, zone: terms.zone });
    case "proces-verbal-of-correction":
      return ofCorrection(known, form, terms, language);
    case "proces-verbal-of-deposit":
      return ofDeposit(known, language);
    case "proces-verbal-of-copy-correction":
      return ofCopyCorrection(known, form, terms, language);
    default:
      return {};
  }
}

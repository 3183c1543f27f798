import { z } from "zod";
import { type Fault, Refusal } from "#src/errors.ts";
import { type ActType, actTypes } from "#workflows/acts.ts";
import { parseText } from "./markdown.ts";
import type { Gender, Named } from "./party-forms.ts";
import { faultOf, readPlaceholder } from "./placeholder.ts";
import { readYaml } from "./read-yaml.ts";
import { sameShape } from "./same-shape.ts";
import { undeclared, unequallyUsed } from "./template-faults.ts";
import { words } from "./variables.ts";

/** The words of an act that follows an instrument: full powers, a ratification, a certified copy. */
export type ActForm = {
  name: string;
  /** Who has reviewed the words; `none` if no one has. */
  reviewed: string;
  /** The rule it is based on. */
  source: string;
  /** Who performs the act. */
  by: "party" | "depositary";
  /** The act that it is the paper of, by its name in the table of acts; absent for one that is none. */
  act?: ActType | undefined;
  title: Record<string, string>;
  /** The wording of each list's lines, by language. */
  lines: Record<string, Record<string, string>>;
  /** Markdown with `{{placeholders}}`, by language. */
  texts: Record<string, string>;
};

/** A phrase, or a name that a sentence may decline or agree with. */
export type FormValue = string | Named;

/** A sentence of the form: which of its `lines`, what fills it, and how others agree with it if it is a name. */
export type FormLine = { line: string; values?: Record<string, FormValue>; gender?: Gender };

/**
 * A value is one phrase, a name, a sentence that the form words itself, paragraphs, or the lines of a list. An unknown
 * value prints as a blank to write on.
 */
export type FormValues = Record<
  string,
  FormValue | string[] | FormLine | Record<string, FormValue>[]
>;

export const listed = {
  signatures: "signature",
  reservations: "reservation",
  corrections: "correction",
  right: "right",
  terms: "term",
  entries: "entry",
};
/** The lines that each sentence chooses from. */
const chosen: Record<string, string[]> = {
  keeper: ["depositary", "office"],
  ground: ["error", "concordance"],
  consent: ["nobody_objected", "all_agreed"],
  effect: ["from_beginning", "from_day"],
  capacity: ["state", "government", "body", "organisation"],
  sender: ["ministry", "secretariat"],
  exclusion: ["excluded", "not_excluded", "undecided"],
  kind: [
    "ratification",
    "acceptance",
    "approval",
    "formal-confirmation",
    "accession",
    "notification",
  ],
};
const phrases =
  "blank party other signatory signed_by title reference languages signed_on made_on proposed_on articles serial number digest officer on until reason heading place";
export const paragraphs = ["statements"];
const known = [
  ...phrases.split(" "),
  ...paragraphs,
  ...Object.keys(listed),
  ...Object.keys(chosen),
];
/** What a text may decline, or agree with. */
const declinable = {
  names: ["party", "other", "sender"],
  days: ["on", "signed_on", "made_on", "proposed_on", "until", "from", "in_force"],
};
const file = "form.yaml";

const shape = z.strictObject({
  name: z.string().regex(/^[a-z-]+$/),
  reviewed: z.string(),
  source: z.string().min(1),
  by: z.enum(["party", "depositary"]),
  act: z.enum(actTypes).optional(),
  title: words,
  lines: z.record(z.string(), words).default({}),
});

/**
 * Reads the folder of a form: `form.yaml` and one Markdown for each language of its title.
 * @throws Refusal `invalid-template` with file and line of each fault
 */
export function parseForm(files: Record<string, string>): ActForm {
  const read = readYaml(files[file] ?? "", file, shape);
  if ("faults" in read) throw refused(read.faults);
  const languages = Object.keys(read.data.title);
  const missing = languages.filter((language) => files[`${language}.md`] === undefined);
  if (missing.length > 0) {
    throw refused(missing.map((language) => ({ file: `${language}.md`, detail: "is missing" })));
  }
  const texts = Object.fromEntries(
    languages.map((language) => [language, files[`${language}.md`] ?? ""]),
  );
  const form = { ...read.data, texts };
  const plain = withoutForms(texts);
  const faults = [
    ...undeclared(plain, known),
    ...unequallyUsed(plain),
    ...ungrammatical(texts),
    ...ungrammaticalLines(form, files[file] ?? ""),
    ...unworded(form),
  ];
  if (faults.length === 0) {
    faults.push(
      ...sameShape(languages.map((language) => parseText(texts[language] ?? "", language))),
    );
  }
  if (faults.length > 0) throw refused(faults);
  return form;
}

/** Lists and sentences whose lines lack words, or lack them in some language. */
function unworded({ texts, lines }: ActForm): Fault[] {
  const inLists = Object.entries(listed).map(([name, line]) => [name, [line]] as const);
  return [...inLists, ...Object.entries(chosen)]
    .filter(([name]) => Object.values(texts).some((text) => text.includes(`{{${name}}}`)))
    .flatMap(([, needed]) => needed)
    .flatMap((line) =>
      Object.keys(texts)
        .filter((language) => !lines[line]?.[language])
        .map((language) => ({ file, detail: `lines.${line}.${language}: is missing` })),
    );
}

/** The texts with each place under its name alone, as languages are compared. */
function withoutForms(texts: Record<string, string>): Record<string, string> {
  const plain = (whole: string, inner: string) => {
    const { name } = readPlaceholder(inner) ?? {};
    return name === undefined ? whole : `{{${name}}}`;
  };
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, text.replaceAll(place, plain)]),
  );
}

const place = /\{\{([^{}]*)\}\}/g;
const placeOfLine = /\{([^{}]*)\}/g;

/** Places that ask for a form which the language does not have, or do not say all that it needs. */
function ungrammatical(texts: Record<string, string>): Fault[] {
  return Object.entries(texts).flatMap(([language, text]) =>
    text.split("\n").flatMap((line, index) =>
      faultsOf(line, place, language).map((detail) => {
        return { file: `${language}.md`, line: index + 1, detail };
      }),
    ),
  );
}

function ungrammaticalLines({ lines }: ActForm, yaml: string): Fault[] {
  const rows = yaml.split("\n");
  return Object.values(lines).flatMap((said) =>
    Object.entries(said).flatMap(([language, sentence]) =>
      faultsOf(sentence, placeOfLine, language).map((detail) => {
        const line = rows.findIndex((row) => row.includes(sentence)) + 1;
        return { file, ...(line > 0 && { line }), detail };
      }),
    ),
  );
}

function faultsOf(text: string, places: RegExp, language: string): string[] {
  return [...text.matchAll(places)].flatMap(([whole, inner = ""]) => {
    const read = readPlaceholder(inner);
    const fault = read && faultOf(read, language, declinable);
    return fault ? [`${whole} ${fault}`] : [];
  });
}

function refused(errors: Fault[]): Refusal {
  return new Refusal("invalid-template", "The form cannot be used.", { errors });
}

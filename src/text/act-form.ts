import { z } from "zod";
import { type Fault, Refusal } from "#src/errors.ts";
import { type ActType, actTypes } from "#workflows/acts.ts";
import { isolate } from "./isolate.ts";
import { literal } from "./literal.ts";
import { parseText } from "./markdown.ts";
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

/** A sentence of the form: which of its `lines`, and what fills it. */
export type FormLine = { line: string; values?: Record<string, string> };

/**
 * A value is one phrase, a sentence that the form words itself, paragraphs, or the lines of a list. An unknown value
 * prints as a blank to write on.
 */
export type FormValues = Record<string, string | string[] | FormLine | Record<string, string>[]>;

const listed = {
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
  "blank party of_party other of_other signatory signed_by title reference languages signed_on made_on proposed_on articles serial number digest officer on until reason heading place";
const paragraphs = ["statements"];
const known = [
  ...phrases.split(" "),
  ...paragraphs,
  ...Object.keys(listed),
  ...Object.keys(chosen),
];
const blank = "……………………";
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
  const faults = [...undeclared(texts, known), ...unequallyUsed(texts), ...unworded(form)];
  if (faults.length === 0) {
    faults.push(
      ...sameShape(languages.map((language) => parseText(texts[language] ?? "", language))),
    );
  }
  if (faults.length > 0) throw refused(faults);
  return form;
}

/**
 * The act as Markdown in a language. Values are data: nothing in them is Markdown, and each keeps its own direction.
 * @throws Refusal `missing-text` for a language that the form does not have
 */
export function fillForm(form: ActForm, language: string, values: FormValues): string {
  const text = Object.hasOwn(form.texts, language) ? form.texts[language] : undefined;
  if (text === undefined) {
    throw new Refusal("missing-text", `The form ${form.name} has no ${language} text.`);
  }
  const own = (value: string) => isolate(literal(value), language);
  const said = (name: string) => form.lines[name]?.[language] ?? "";
  return text.replaceAll(/\{\{([a-z_]+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (paragraphs.includes(name) && Array.isArray(value)) return written(value, own);
    if (typeof value === "object" && "line" in value) {
      return phrase(said(value.line), value.values ?? {}, own) || blank;
    }
    if (!Object.hasOwn(listed, name)) {
      return typeof value === "string" && value !== "" ? own(value) : blank;
    }
    const line = said(listed[name as keyof typeof listed]);
    const rows = Array.isArray(value) ? value.filter((row) => typeof row !== "string") : [];
    if (rows.length === 0) return said("none");
    return rows.map((row) => `- ${phrase(line, row, own)}`).join("\n");
  });
}

/** Each line of each value as a paragraph of its own. */
function written(values: FormValues[string] & unknown[], own: (value: string) => string): string {
  const lines = values.flatMap((value) => (typeof value === "string" ? value.split("\n") : []));
  return lines
    .filter((line) => line.trim() !== "")
    .map(own)
    .join("\n\n");
}

/** A line of the form with its values, which are data, in a language; "" if the form has no such line. */
export function formLine(form: ActForm, language: string, { line, values = {} }: FormLine): string {
  const said = form.lines[line]?.[language] ?? "";
  return said.replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => values[name] ?? "");
}

function phrase(line: string, row: Record<string, string>, own: (value: string) => string): string {
  return line.replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => own(row[name] ?? ""));
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

function refused(errors: Fault[]): Refusal {
  return new Refusal("invalid-template", "The form cannot be used.", { errors });
}

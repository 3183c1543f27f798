import { z } from "zod";
import { type Fault, Refusal } from "#src/errors.ts";
import { readYaml } from "../read-yaml.ts";
import { holding, listShape, said } from "./given-shape.ts";

const numberedBy = (...kinds: string[]) =>
  said.regex(
    new RegExp(`^[^{}]*\\{(?:${kinds.join("|")})\\}[^{}]*$`, "u"),
    `has not one of ${kinds.map((kind) => `{${kind}}`).join(", ")}`,
  );

/** What is printed around a text. */
export const marksShape = z.strictObject({
  article: numberedBy("n", "chinese"),
  firstArticle: said.optional(),
  reference: numberedBy("n", "chinese").optional(),
  firstReference: said.optional(),
  section: numberedBy("n", "chinese").optional(),
  sectionReference: numberedBy("n", "chinese").optional(),
  page: holding(["n", "of"]),
  annex: said,
  annexes: numberedBy("n", "roman", "chinese"),
  contents: said,
  between: said.optional(),
  and: said.optional(),
  signatures: said,
  signedFor: numberedBy("name", "genitive", "accusative").optional(),
  seal: said.optional(),
  digest: said.optional(),
  labels: z
    .array(numberedBy("n", "letter", "roman", "chinese", "hebrew"))
    .length(3)
    .optional(),
  letters: z.string().min(8).optional(),
  digits: z
    .string()
    .refine((digits) => [...digits].length === 10, "is not the ten digits from zero to nine")
    .optional(),
});

const datesShape = z.strictObject({
  months: z.array(said).length(12),
  pattern: holding(["day", "month", "year"]),
  firstDay: said.optional(),
});

const named = ["place", "languages"];

/** The closing formula, of an instrument that binds or of one that does not. */
export const sentencesShape = z.strictObject({
  one: holding(named),
  several: holding(named),
  prevailing: holding(["prevailing"]),
  alternat: z.strictObject({
    one: holding([...named, "originals"]),
    several: holding([...named, "originals"]),
  }),
});

const pairShape = z.strictObject({
  one: holding(["languages"]),
  several: holding(["languages", "equal"]),
});

const tag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "is not a language tag");

const fileShape = z.strictObject({
  name: said,
  reviewed: said,
  marks: marksShape.required({ seal: true, digest: true }),
  dates: datesShape,
  list: listShape,
  numbers: z.array(said).min(3),
  moreNumbers: holding(["n"]).optional(),
  formulas: z.strictObject({ treaty: sentencesShape, memorandum: sentencesShape }),
  exchange: z
    .strictObject({
      notes: pairShape,
      letters: pairShape,
      instruments: pairShape,
      equal: z.strictObject({ authentic: said, valid: said }),
    })
    .optional(),
  names: z.record(tag, said),
  namesOfTexts: z.record(tag, said).optional(),
});

const othersShape = z.strictObject({
  reviewed: said,
  languages: z.record(
    tag,
    marksShape.extend({ name: said, list: listShape, dates: datesShape.optional() }).strict(),
  ),
});

/** The languages whose names every file must have: those of the shipped templates. */
const neededNames = ["en", "ru", "ar", "kk", "fr"];

/**
 * The faults of the files of languages, by their names in `templates/`, each with file and line: a formula or a name
 * that is missing, a placeholder that is missing or not known, a file that is not named by a language tag.
 */
export function languageFaults(files: Record<string, string>): Fault[] {
  return Object.entries(files).flatMap(([file, yaml]) => {
    if (file === "languages/others.yaml") {
      const read = readYaml(yaml, file, othersShape);
      return "faults" in read ? read.faults : [];
    }
    const key = /^languages\/(.+)\.yaml$/.exec(file)?.[1] ?? "";
    if (!isCanonical(key)) {
      const detail = "is not named by a language tag, such as ka.yaml or sr-Cyrl.yaml";
      return [{ file, line: 1, column: 1, detail }];
    }
    return faultsOfFile(yaml, file, key);
  });
}

/** @throws Refusal `invalid-template` with the faults of the files */
export function expectLanguages(files: Record<string, string>): void {
  const errors = languageFaults(files);
  if (errors.length === 0) return;
  throw new Refusal("invalid-template", "The words of a language cannot be used.", { errors });
}

function faultsOfFile(yaml: string, file: string, key: string): Fault[] {
  const read = readYaml(yaml, file, fileShape);
  if ("faults" in read) return read.faults;
  const { names, namesOfTexts } = read.data;
  const own = Object.hasOwn(names, key) ? key : (key.split("-", 1)[0] ?? key);
  const needed = [own, ...neededNames];
  const missing = (table: string, names: Record<string, string>) =>
    needed
      .filter((one) => !Object.hasOwn(names, one))
      .map((one) => read.faultAt([table, one], `${table}.${one}: is missing`));
  return [
    ...missing("names", names),
    ...(namesOfTexts ? missing("namesOfTexts", namesOfTexts) : []),
  ];
}

function isCanonical(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/.test(tag) && Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

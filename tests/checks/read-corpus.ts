import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Source } from "#src/text/source.ts";
import { someTerms } from "#src/text/terms.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";

/** What a case tries: a fault of this kind, or right words that look like one. */
export const corpusRules = [
  "figures",
  "party-names",
  "references",
  "defined-terms",
  "negation",
  "modals",
  "dates",
  "placeholders",
  "look-alikes",
  "recorded-terms",
  "treaty-words",
  "soft-words",
  "instrument-name",
  "amounts",
] as const;
export type CorpusRule = (typeof corpusRules)[number];

const words = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/), z.string().min(1));

const shape = z.strictObject({
  id: z.string().regex(/^[a-zA-Z-]+-\d{3}$/),
  rule: z.enum(corpusRules),
  faulty: z.boolean(),
  /** What is wrong, or what makes right words look wrong. */
  why: z.string().min(1),
  kind: z.enum(["treaty", "memorandum"]),
  /** The codes of the parties. */
  parties: z.array(z.string()).min(2),
  /** Markdown by language, the language of the file first. Where a title does not matter, a text has none. */
  texts: words,
  /** The terms on record, for `recorded-terms`. */
  terms: someTerms.optional(),
  /** The words of a faulty text that a lawyer would underline, by language. */
  quotes: words.optional(),
});

/** One paragraph or a few, with what a lawyer would say of them. */
export type Case = Omit<z.infer<typeof shape>, "terms"> & { terms?: Partial<Terms> | undefined };

const folder = join(import.meta.dirname, "corpus");

/**
 * The cases by language, in the order of each file. The folder holds a file of JSON lines for each language.
 * @throws Error naming file and line of the first case that has not the shape
 */
export async function readCorpus(): Promise<Map<string, Case[]>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".jsonl")).sort();
  const read = files.map(async (name) => {
    const lines = (await readFile(join(folder, name), "utf8")).trimEnd().split("\n");
    const cases = lines.map((line, at) => readCase(line, `${name}:${at + 1}`));
    return [name.replace(".jsonl", ""), cases] as const;
  });
  return new Map(await Promise.all(read));
}

function readCase(line: string, place: string): Case {
  try {
    return shape.parse(JSON.parse(line)) as Case;
  } catch (error) {
    throw new Error(`${place}: ${String(error)}`, { cause: error });
  }
}

/** Which third a case is in: 0 is set aside, and nobody looks at its results while the checks are tuned. */
export function thirdOf({ id }: Pick<Case, "id">): number {
  return Number(id.slice(id.lastIndexOf("-") + 1)) % 3;
}

/** The title of a text that gives none: it says nothing in any language. */
const noTitle = "§";

/** A case as the checks take it, with its terms on record; each text begins with a title. */
export function sourceOf({ id, kind, parties, texts, terms }: Case): {
  source: Source;
  terms: Terms;
} {
  const languages = Object.keys(texts);
  const source: Source = {
    reference: id,
    title: Object.fromEntries(languages.map((language) => [language, noTitle])),
    languages,
    parties: parties.map((code) => ({ code })),
    layout: "sequential",
    texts: Object.fromEntries(
      Object.entries(texts).map(([language, text]) => {
        return [language, text.startsWith("# ") ? text : `# ${noTitle}\n\n${text}`];
      }),
    ),
  };
  return { source, terms: { ...ordinaryTerms, binding: kind === "treaty", ...terms } };
}

import { type Document, isMap, LineCounter, parseDocument, stringify } from "yaml";
import { z } from "zod";
import { type Fault, Refusal } from "#src/errors.ts";
import { checkText } from "./policy.ts";

export { partyName } from "./party-name.ts";

/** What is typeset, read by `render` and exported by an agreement: `agreement.yaml` and a text per language. */
export type Source = {
  reference: string;
  /** By language, BCP 47. */
  title: Record<string, string>;
  /** The authentic texts, in order. */
  languages: string[];
  prevailing?: string;
  parties: SourceParty[];
  layout: "sequential" | "parallel";
  /** Markdown by language. */
  texts: Record<string, string>;
};

export type SourceParty = {
  code?: string;
  name?: Record<string, string>;
  signatory?: { name: Record<string, string>; title?: Record<string, string> };
};

const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, "is not a language tag");
const words = z.record(language, z.string().min(1));

const shape = z.strictObject({
  reference: z.string().min(1).max(100),
  title: words,
  languages: z.array(language).min(1),
  prevailing: language.optional(),
  parties: z
    .array(
      z
        .strictObject({
          code: z
            .string()
            .regex(/^[A-Z][A-Z0-9-]{0,15}$/, "is not a party's code")
            .optional(),
          name: words.optional(),
          signatory: z.strictObject({ name: words, title: words.optional() }).optional(),
        })
        .refine(({ code, name }) => code !== undefined || name !== undefined, {
          message: "has neither a code nor a name",
        }),
    )
    .min(1),
  layout: z.enum(["sequential", "parallel"]).default("sequential"),
});

const file = "agreement.yaml";

/**
 * Reads a source folder's files: `agreement.yaml` and `<language>.md` for each language.
 * @throws Refusal `invalid-source` with file, line and column of each fault; `missing-text` for a language
 * without its file; `invalid-text` for characters that may not stand in a text
 */
export function parseSource(files: Record<string, string>): Source {
  const yaml = files[file];
  if (yaml === undefined) throw refused([{ file, detail: "is missing" }]);
  const agreement = readYaml(yaml);
  const missing = agreement.languages.filter((tag) => files[`${tag}.md`] === undefined);
  if (missing.length > 0) {
    throw new Refusal("missing-text", "A language has no text.", {
      errors: missing.map((tag) => ({ file: `${tag}.md`, detail: "is missing" })),
    });
  }
  const texts = Object.fromEntries(
    agreement.languages.map((tag) => [tag, readText(`${tag}.md`, files[`${tag}.md`] ?? "", tag)]),
  );
  return { ...agreement, texts };
}

/** The files of a source; the same source gives the same bytes, and `parseSource` reads it back. */
export function writeSource({ texts, ...agreement }: Source): Record<string, string> {
  const markdown = Object.entries(texts).map(([tag, text]) => [`${tag}.md`, text]);
  const { reference, title, languages, prevailing, parties, layout } = agreement;
  const ordered = {
    reference,
    title,
    languages,
    ...(prevailing && { prevailing }),
    parties,
    layout,
  };
  return {
    [file]: stringify(ordered, { lineWidth: 0, aliasDuplicateObjects: false }),
    ...Object.fromEntries(markdown),
  };
}

function readYaml(yaml: string): Omit<Source, "texts"> {
  const lines = new LineCounter();
  const parsed = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (parsed.errors.length > 0) {
    throw refused(parsed.errors.map(({ pos, message }) => ({ ...at(pos[0]), detail: message })));
  }
  const result = shape.safeParse(plainOf(parsed));
  if (!result.success) {
    throw refused(
      result.error.issues.map(({ path, message }) => {
        const node = parsed.getIn(path as (string | number)[], true);
        const range = isMap(parsed.contents) ? rangeOf(node) : undefined;
        return { ...(range ? at(range) : { file }), detail: `${path.join(".")}: ${message}` };
      }),
    );
  }
  const { prevailing, parties, ...rest } = result.data;
  if (prevailing && !rest.languages.includes(prevailing)) {
    throw refused([{ file, detail: "prevailing: is not one of the languages" }]);
  }
  const untitled = rest.languages.filter((tag) => !rest.title[tag]);
  if (untitled.length > 0) {
    throw refused(untitled.map((tag) => ({ file, detail: `title.${tag}: is missing` })));
  }
  return { ...rest, ...(prevailing && { prevailing }), parties: parties as SourceParty[] };
}

/** The YAML as plain values. An alias is refused: with a few of them a small file becomes a huge one. */
function plainOf(parsed: Document): unknown {
  try {
    return parsed.toJS({ maxAliasCount: 0 });
  } catch {
    throw refused([{ file, detail: "uses an alias (*name), which a source may not" }]);
  }
}

function rangeOf(node: unknown): number | undefined {
  return node && typeof node === "object" && "range" in node && Array.isArray(node.range)
    ? node.range[0]
    : undefined;
}

function readText(name: string, text: string, tag: string): string {
  try {
    return checkText(text, { kind: "body", language: tag });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = (error.extra.errors ?? []).map((fault) => ({ file: name, ...fault }));
    throw new Refusal(error.code, error.message, { errors });
  }
}

function refused(errors: Fault[]): Refusal {
  return new Refusal("invalid-source", "The source folder cannot be read.", { errors });
}

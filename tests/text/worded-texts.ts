import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isScalar, LineCounter, type Node, parseDocument, type Scalar, visit } from "yaml";
import { languagesOf } from "#src/text/languages.ts";

const root = join(import.meta.dirname, "../..");
const languages: readonly string[] = languagesOf("letters");

/** Words of one language, with the place where they stand. */
export type Worded = {
  file: string;
  /** The path of keys, joined by dots; empty in Markdown. */
  key: string;
  language: string;
  text: string;
  /** Line of the first character, from 1. */
  line: number;
};

/**
 * What recognises the words of others, good and bad, and data that is not ours. `glossary.yaml` names the forbidden
 * words themselves.
 */
const apart =
  /^templates\/(?:glossary\.yaml|stated\/|memorandum-words|soft-words|parity-words|blank-words|reference-words|state-forms|own-names|defined-terms|final-clauses|currencies|number-words|state-names)|^src\/web\/words\/(?:locales|zones)\//;

/** Everything that the service says in the full languages: templates, clauses, forms, letters, catalogues, problems. */
export function wordedTexts(): Worded[] {
  return [
    ...below("templates"),
    ...below("src/web/words"),
    ...below("src/pdf/evidence-annex/words"),
  ]
    .filter((file) => /\/words\/[a-z]{2}\.ts$|\.(?:json|ya?ml|md)$/.test(file) && !apart.test(file))
    .flatMap((file) => wordsOf(file, readFileSync(join(root, file), "utf8")));
}

/** The words of one file. Exported for the test that plants a fault. */
export function wordsOf(file: string, content: string): Worded[] {
  const language = /(?:^|\/)([a-z]{2})(?=\/[^/]*\.json$|\.[a-z]+$)/.exec(file)?.[1];
  const own = language !== undefined && languages.includes(language) ? language : null;
  if (file.endsWith(".md")) {
    return own === null ? [] : [{ file, key: "", language: own, text: content, line: 1 }];
  }
  if (file.endsWith(".ts")) return own === null ? [] : stringsOf(file, content, own);
  const lines = new LineCounter();
  const parsed = parseDocument(content, { lineCounter: lines });
  const found: Worded[] = [];
  visit(parsed, {
    Scalar(key, node, path) {
      if (key === "key" || typeof node.value !== "string") return;
      const keys = keysOf([...path, node] as Node[]);
      const spoken = own ?? keys.find((one) => languages.includes(one));
      if (spoken === undefined) return;
      const { line } = lines.linePos(node.range?.[0] ?? 0);
      found.push({ file, key: keys.join("."), language: spoken, text: node.value, line });
    },
  });
  return found;
}

/** The strings of a module of words; what a template fills in is blank. */
function stringsOf(file: string, content: string, language: string): Worded[] {
  return [...content.matchAll(/"([^"\n]*)"|`([^`]*)`/g)].map((match) => ({
    file,
    key: "words",
    language,
    text: (match[1] ?? match[2] ?? "").replace(/\$\{[^}]*\}/g, "_"),
    line: content.slice(0, match.index).split("\n").length,
  }));
}

/** The keys of the pairs on a way from the document to a value. */
function keysOf(path: Node[]): string[] {
  return path.flatMap((node) => {
    const { key } = node as { key?: Scalar };
    return isScalar(key) ? [String(key.value)] : [];
  });
}

function below(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name}`)
    .sort();
}

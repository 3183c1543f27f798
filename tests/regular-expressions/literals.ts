import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

export type Expression = { source: string; flags: string };
/** An expression and the file that it stands in. */
export type Found = Expression & { file: string };

/** The files that may have expressions, from the root. */
export function sourceFiles(): string[] {
  return globSync("{src,workflows}/**/*.{ts,tsx}", { cwd: root }).sort();
}

export function textOf(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** The regular expressions that the sources write between slashes, file by file. */
export function literals(): Found[] {
  return sourceFiles().flatMap((file) => literalsOf(textOf(file)).map((one) => ({ file, ...one })));
}

/** The literals of a text: between slashes, after what an expression may follow. */
function literalsOf(text: string): Expression[] {
  const literal =
    /(?<=[=(,:?[!&|{}]\s*|return\s+|=>\s*|^\s+)\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n*[])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*)\/([dgimsuvy]*)/gm;
  return [...text.matchAll(literal)].flatMap(([, source = "", flags = ""]) => {
    // The end of an element in TSX.
    if (source.startsWith(">")) return [];
    try {
      new RegExp(source, flags);
      return [{ source, flags }];
    } catch {
      return [];
    }
  });
}

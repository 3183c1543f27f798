import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

export type Literal = { file: string; source: string; flags: string };

/** The regular expressions that the sources write between slashes, file by file. */
export function literals(): Literal[] {
  return globSync("{src,workflows}/**/*.ts", { cwd: root }).flatMap((file) =>
    literalsOf(readFileSync(join(root, file), "utf8")).map((one) => ({ file, ...one })),
  );
}

/** The literals of a text: between slashes, after what an expression may follow. */
function literalsOf(text: string): Omit<Literal, "file">[] {
  const literal =
    /(?<=[=(,:?[!&|{}]\s*|return\s+|=>\s*|^\s+)\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n*[])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*)\/([dgimsuvy]*)/gm;
  return [...text.matchAll(literal)].flatMap(([, source = "", flags = ""]) => {
    try {
      new RegExp(source, flags);
      return [{ source, flags }];
    } catch {
      return [];
    }
  });
}

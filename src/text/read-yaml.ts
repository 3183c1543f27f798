import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Fault } from "#src/errors.ts";

type Path = PropertyKey[];

export type YamlFile<T> =
  | { data: T; faultAt: (path: Path, detail: string) => Fault }
  | { faults: Fault[] };

/**
 * Reads a YAML file by its shape. Names each fault with file, line and column: of the value, or of the parent that
 * lacks it. An alias (`*name`) is a fault: a few of them turn a small file into a huge one.
 */
export function readYaml<T>(yaml: string, file: string, shape: z.ZodType<T>): YamlFile<T> {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  let parsed: Document.Parsed;
  let plain: unknown;
  try {
    parsed = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true });
    if (parsed.errors.length > 0) {
      return {
        faults: parsed.errors.map(({ pos, message }) => ({ ...at(pos[0]), detail: message })),
      };
    }
    plain = parsed.toJS({ maxAliasCount: 0 });
  } catch (error) {
    // The YAML parser runs out of stack, or meets an alias.
    const deep = error instanceof RangeError;
    const detail = deep ? "is nested too deeply" : "uses an alias (*name), which it may not";
    return { faults: [{ ...at(0), detail }] };
  }
  const faultAt = (path: Path, detail: string): Fault => ({
    ...at(offsetOf(parsed, path)),
    detail,
  });
  const result = shape.safeParse(plain);
  if (result.success) return { data: result.data, faultAt };
  const faults = result.error.issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") {
      const isMissing = issue.message.endsWith("received undefined");
      const said = isMissing ? "is missing" : issue.message;
      const detail = [issue.path.join("."), said].filter(Boolean).join(": ");
      return [faultAt(issue.path, detail)];
    }
    return issue.keys.map((key) =>
      faultAt([...issue.path, key], `${[...issue.path, key].join(".")}: is not known here`),
    );
  });
  return { faults };
}

/** The offset of a value's key or item, or of the parent that lacks it. */
function offsetOf(parsed: Document.Parsed, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const holder = parsed.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(holder)) {
      const pair = holder.items.find(({ key }) => isScalar(key) && key.value === last);
      if (isNode(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    const node = parsed.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return parsed.contents?.range?.[0] ?? 0;
}

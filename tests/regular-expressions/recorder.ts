import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Found } from "./literals.ts";

const root = `${pathToFileURL(join(import.meta.dirname, "../..")).href}/`;

/** An expression that the sources build, and the line that builds it. */
export type Built = Found & { line: number };

const built = new Map<string, Built>();

/** What was built since this module was loaded; nothing before, so it must be the first. */
export function recorded(): Built[] {
  return [...built.values()];
}

globalThis.RegExp = new Proxy(globalThis.RegExp, {
  construct(target, given: [RegExp | string, string?]) {
    const { source, flags } = Reflect.construct(target, given) as RegExp;
    const place = placeOf(new Error("here").stack ?? "");
    if (place)
      built.set(`${place.file}:${place.line} /${source}/${flags}`, { ...place, source, flags });
    return Reflect.construct(target, given);
  },
});

/** The line of our sources that called, from the stack; null if a library did. */
function placeOf(stack: string): { file: string; line: number } | null {
  const frame = stack.split("\n")[2] ?? "";
  const [, file, line] = /(file:.+):(\d+):\d+\)?$/.exec(frame) ?? [];
  const own = file?.startsWith(root) ? file.slice(root.length) : "";
  return /^(?:src|workflows)\//.test(own) ? { file: own, line: Number(line) } : null;
}

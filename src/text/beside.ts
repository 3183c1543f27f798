import { capital } from "./capital.ts";
import { colonOf, commaOf } from "./comma-of.ts";
import { isolate } from "./isolate.ts";

/** Joins names or figures in one line of a language, each in its own direction; omits empty ones. */
export function beside(parts: string[], language: string): string {
  const said = parts.filter((part) => part !== "").map((part) => isolate(part, language));
  return said.join(commaOf(language));
}

/** Words under the name of who said them. A direction mark ends with its line, so each line has its own. */
export function saidBy(name: string, text: string, language: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => isolate(line, language));
  return `${isolate(capital(name, language), language)}${colonOf(language)} ${lines.join("\n")}`;
}

import { checkText } from "./policy.ts";

/** Names by language as they may be stored; else a Refusal. */
export function checkNames(names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).map(([language, text]) => [
      language,
      checkText(text, { kind: "name", language }),
    ]),
  );
}

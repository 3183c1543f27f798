import { Refusal } from "#src/errors.ts";
import { checkText } from "./policy.ts";
import { checkPrintable } from "./printable.ts";

/**
 * Names or titles by language as they may be stored and printed: each with a letter, in a script that a font prints.
 * `field` is where they stand in the request, for the pointer of a Refusal.
 */
export function checkNames(
  names: Record<string, string>,
  field: "names" | "titles",
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).map(([language, text]) => {
      const pointer = `/${field}/${language}`;
      const checked = checkText(text, { kind: "name", language, pointer });
      requireLetter(checked, pointer);
      checkPrintable(checked);
      return [language, checked];
    }),
  );
}

/** The name of the person or office that signed, issued or confirmed something, as it was entered; `pointer` says where. */
export function checkNamed(text: string, language: string, pointer: string): string {
  const checked = checkText(text, { kind: "body", language, pointer });
  requireLetter(checked, pointer);
  return checked;
}

function requireLetter(text: string, pointer: string): void {
  if (hasLetter(text)) return;
  throw new Refusal("invalid-text", "The text has no letter, so nobody can read it.", {
    errors: [{ pointer, detail: "has no letter" }],
  });
}

/** Whether a reader sees a name there: a letter of any script, not only marks or what modifies a letter. */
export function hasLetter(text: string): boolean {
  return /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]/u.test(text);
}

import { Refusal } from "#src/errors.ts";
import { checkText } from "./policy.ts";
import { checkPrintable } from "./printable.ts";

/**
 * Checks names or titles by language for storage and printing: each needs a letter, in a script that a font prints.
 * `field` is their place in the request, for the pointer of a Refusal.
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

/** Checks the entered name of a person or office that signed, issued or confirmed something; `pointer`: its place. */
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

/** Whether readers see a name: a letter of any script, not only marks or letter modifiers. */
export function hasLetter(text: string): boolean {
  return /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]/u.test(text);
}

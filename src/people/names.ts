import type { Worded } from "#src/db/columns.ts";
import { Refusal } from "#src/errors.ts";
import { checkNames, hasLetter } from "#src/text/check-names.ts";

/** Whether a name is readable: it has a letter, in any language. */
export function hasName(names: Worded): boolean {
  return Object.values(names).some(hasLetter);
}

/**
 * Returns a person's names by language in a form that can be stored. Throws the Refusal `person-has-no-name` if there
 * is no name or one of them has no letter, because names are printed under signatures.
 */
export function checkPersonNames(names: Worded): Worded {
  const blank = Object.entries(names).find(([, text]) => !hasLetter(text))?.[0];
  if (blank !== undefined || !hasName(names)) {
    throw new Refusal("person-has-no-name", "A person needs a name with at least one letter.", {
      errors: [{ pointer: blank ? `/names/${blank}` : "/names", detail: "has no letter" }],
    });
  }
  return checkNames(names, "names");
}

/** Refuses an act under which the person's name is printed, if the person was added without a name. */
export function requireName({ names }: { names: Worded }): void {
  if (hasName(names)) return;
  throw new Refusal(
    "person-has-no-name",
    "The account has no name. Have the Secretariat give one before anything is signed.",
  );
}

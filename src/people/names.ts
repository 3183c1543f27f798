import type { Worded } from "#src/db/columns.ts";
import { Refusal } from "#src/errors.ts";
import { checkNames, hasLetter } from "#src/text/check-names.ts";

/** Whether something of the names can be read: a letter, in any language. */
export function hasName(names: Worded): boolean {
  return Object.values(names).some(hasLetter);
}

/**
 * A person's names by language as they may be stored. Throws the Refusal `person-has-no-name` if there is none or
 * one of them has no letter: it is printed under the person's signature.
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

/** Refuses an act under which the person's name is printed, of people put in without one. */
export function requireName({ names }: { names: Worded }): void {
  if (hasName(names)) return;
  throw new Refusal(
    "person-has-no-name",
    "The account has no name. Have the Secretariat give one before anything is signed.",
  );
}

import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";

/** The party an act is for: a representative's own and no other; for the office, the one it names. */
export function partyFor({ party }: Person, given: string | undefined): string {
  if (party === null) {
    if (given !== undefined) return given;
    throw new Refusal("malformed-request", "Name the party.", {
      errors: [{ pointer: "/party", detail: "is missing" }],
    });
  }
  if (given === undefined || given === party) return party;
  throw new Refusal("forbidden", "You act for your own party only.");
}

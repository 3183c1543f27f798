import type { Person } from "#src/people/person.ts";

/**
 * The party an act is for: the one it names, else the person's own. "" if there is neither; no agreement has such a
 * party. `checkRight` enforces that a representative names no other.
 */
export function partyFor({ party }: Person, given: string | undefined): string {
  return given ?? party ?? "";
}

import type { Person } from "#src/people/person.ts";

/** The party a person acts for; "" if they act for none. No agreement has such a party. */
export function partyOf(person: Person): string {
  return person.party ?? "";
}

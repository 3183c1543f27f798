import type { Person } from "#src/people/person.ts";

/** The party a person acts for; "" for those who act for none, which no agreement has for a party. */
export function partyOf(person: Person): string {
  return person.party ?? "";
}

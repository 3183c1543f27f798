import type { Person } from "#src/people/person.ts";

/**
 * The party an act is for: the one it names, else the person's own; "" where there is neither, which no
 * agreement has for a party. That a representative names no other is the gate's to check.
 */
export function partyFor({ party }: Person, given: string | undefined): string {
  return given ?? party ?? "";
}

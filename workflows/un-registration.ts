import { bound } from "./bound.ts";
import type { Facts } from "./facts.ts";

/**
 * States with a code of ISO 3166-1 that are not taken for Members of the United Nations, if the office says nothing else
 * about them. Organisations never are.
 */
const notMembers: readonly string[] = ["VA", "PS", "CK", "NU", "XK", "TW", "EH"];

export type Route = "registration" | "filing" | "none";

/**
 * Which way is open to the treaty. A Member registers (Charter, article 102); without one, the Secretariat files and
 * records agreements of the United Nations system only (Regulations, article 10).
 */
export function routeOf({ parties, kinds, behind, registration }: Facts): Route {
  const stateOf = (code: string) => (kinds[code] === "state" ? code : behind[code]);
  const member = parties.some((code) => isMember(stateOf(code), registration));
  if (member) return "registration";
  return parties.some((code) => registration.unSystem.includes(code)) ? "filing" : "none";
}

function isMember(state: string | undefined, { unMembers }: Facts["registration"]): boolean {
  if (state === undefined) return false;
  return unMembers[state] ?? (/^[A-Z]{2}$/.test(state) && !notMembers.includes(state));
}

/**
 * As what it can be sent: in force between two parties, or, before that, applied provisionally between two (Regulations,
 * article 1(2)); null if it is neither.
 */
export function basisOf(facts: Facts): "in-force" | "provisional" | null {
  if (bound(facts).length >= 2) return "in-force";
  return facts.provisionalBy.length >= 2 ? "provisional" : null;
}

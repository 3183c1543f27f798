import { authorityActs } from "./acts/authority.ts";
import { claimActs } from "./acts/claims.ts";
import { correctionActs } from "./acts/corrections.ts";
import { endingActs } from "./acts/ending.ts";
import { forceActs } from "./acts/force.ts";
import { proposalActs } from "./acts/proposals.ts";
import { recordActs } from "./acts/record.ts";
import { reservationActs } from "./acts/reservations.ts";
import type { ActRow } from "./acts/row.ts";
import { signingActs } from "./acts/signing.ts";
import { textActs } from "./acts/text.ts";
import type { CivilDate } from "./terms.ts";

export type { EntryDates, LaterAgreement, SigningPlan } from "./acts/row.ts";

/**
 * The one table of all acts on an agreement. The union of acts, who can take each, the routes, the interface's order,
 * the authorisation matrix and the list in docs/lifecycle.md come from it.
 */
export const acts = {
  ...proposalActs,
  ...authorityActs,
  ...textActs,
  ...signingActs,
  ...forceActs,
  ...reservationActs,
  ...endingActs,
  ...claimActs,
  ...correctionActs,
  ...recordActs,
};

type Acts = typeof acts;
export type ActType = keyof Acts;

/** An act: its type and the fields it carries, such as the person, the party and the digest. */
export type Act = { [Type in ActType]: Acts[Type]["carries"] & { type: Type } }[ActType];

export const actTypes = Object.keys(acts) as ActType[];

/** The row of an act, without its specific types. */
export function rowOf(act: ActType): ActRow {
  return acts[act];
}

/** The sub-resources of an agreement that take acts. */
export type ResourceName = NonNullable<Acts[ActType]["resource"]>;

export const resourceNames = [
  ...new Set(actTypes.flatMap((act) => acts[act].resource ?? [])),
] as ResourceName[];

/** The acts that this sub-resource of an agreement takes. */
export function actsAt(resource: ResourceName): ActType[] {
  return actTypes.filter((act) => acts[act].resource === resource);
}

/** What happens to each party when something happens to the agreement. */
export type Occurrence =
  | { type: "return"; party: string }
  | { type: "circulate"; party: string }
  | { type: "become-contracting"; party: string; on: CivilDate }
  | { type: "become-party"; party: string; on: CivilDate }
  | { type: "end"; party: string };

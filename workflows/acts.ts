import { authorityActs } from "./acts/authority.ts";
import { endingActs } from "./acts/ending.ts";
import { forceActs } from "./acts/force.ts";
import { proposalActs } from "./acts/proposals.ts";
import { recordActs } from "./acts/record.ts";
import type { ActRow } from "./acts/row.ts";
import { signingActs } from "./acts/signing.ts";
import { textActs } from "./acts/text.ts";
import type { CivilDate } from "./terms.ts";

export type { EntryDates, LaterAgreement, SigningPlan } from "./acts/row.ts";

/**
 * The one table of everything that can be done to an agreement. The union of acts, who may take each, the routes, the
 * interface's order, the authorisation matrix and the list in docs/lifecycle.md come from it.
 */
export const acts = {
  ...proposalActs,
  ...authorityActs,
  ...textActs,
  ...signingActs,
  ...forceActs,
  ...endingActs,
  ...recordActs,
};

type Acts = typeof acts;
export type ActType = keyof Acts;

/** An act with who does it, for which party and to which digest. */
export type Act = { [Type in ActType]: Acts[Type]["carries"] & { type: Type } }[ActType];

export const actTypes = Object.keys(acts) as ActType[];

/** The row of an act, without the types of its own. */
export function rowOf(act: ActType): ActRow {
  return acts[act];
}

/** The resources of an agreement by which acts are taken. */
export type ResourceName = NonNullable<Acts[ActType]["resource"]>;

export const resourceNames = [
  ...new Set(actTypes.flatMap((act) => acts[act].resource ?? [])),
] as ResourceName[];

/** The acts that are taken by this resource of an agreement. */
export function actsAt(resource: ResourceName): ActType[] {
  return actTypes.filter((act) => acts[act].resource === resource);
}

/** What happens to each party when something happens to the agreement. */
export type Occurrence =
  | { type: "return"; party: string }
  | { type: "circulate"; party: string }
  | { type: "become-party"; party: string; on: CivilDate }
  | { type: "end"; party: string };

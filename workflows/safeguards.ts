import { confirmed, fresh, none, type Safeguards } from "./acts/row.ts";
import { type ActType, rowOf } from "./acts.ts";

export type { Safeguards, SecondPerson, SecondRole } from "./acts/row.ts";

/** What the office does to accounts, parties and templates. */
export const officeSafeguards = {
  "invite-person": confirmed("secretariat"),
  "grant-role": confirmed("secretariat"),
  "change-address": confirmed("secretariat"),
  "reactivate-person": confirmed("secretariat"),
  "recover-account": confirmed("secretariat"),
  "withdraw-recovery": fresh,
  "suspend-person": fresh,
  "change-person": fresh,
  "add-passkey": fresh,
  "remove-passkey": fresh,
  "make-key": fresh,
  "revoke-key": fresh,
  "add-party": fresh,
  "change-party": fresh,
  "publish-template": confirmed("secretariat"),
  "retire-template": fresh,
  "confirm-office-proposal": fresh,
  "reject-office-proposal": none,
} as const satisfies Record<string, Safeguards>;

export type OfficeAct = keyof typeof officeSafeguards;

/** What this act of either kind needs. */
export function safeguardsOf(act: ActType | OfficeAct): Safeguards {
  return act in officeSafeguards ? officeSafeguards[act as OfficeAct] : rowOf(act as ActType).needs;
}

/** Whether the act needs a person who was just verified, or a second one: an API key never takes it. */
export function needsPerson(act: ActType | OfficeAct): boolean {
  const { fresh, second } = safeguardsOf(act);
  return fresh || second !== null;
}

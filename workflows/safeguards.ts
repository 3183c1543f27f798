import { confirmed, fresh, none, type Safeguards, together } from "./acts/row.ts";
import { type ActType, rowOf } from "./acts.ts";

export type { Safeguards, SecondPerson, SecondRole } from "./acts/row.ts";

/** The safeguards for the office's acts on accounts, parties and templates. */
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
  "end-party": confirmed("secretariat"),
  "lodge-general-powers": fresh,
  "verify-general-powers": together("secretariat"),
  "end-general-powers": fresh,
  "return-paper": fresh,
  "publish-template": confirmed("secretariat"),
  "retire-template": fresh,
  "confirm-office-proposal": fresh,
  "reject-office-proposal": none,
} as const satisfies Record<string, Safeguards>;

export type OfficeAct = keyof typeof officeSafeguards;

/** The safeguards of an act of either kind. */
export function safeguardsOf(act: ActType | OfficeAct): Safeguards {
  return act in officeSafeguards ? officeSafeguards[act as OfficeAct] : rowOf(act as ActType).needs;
}

/** Whether the act needs a freshly verified person, or a second one. An API key never takes such an act. */
export function needsPerson(act: ActType | OfficeAct): boolean {
  const { fresh, second } = safeguardsOf(act);
  return fresh || second !== null;
}

import { actOf } from "../../api/act.ts";
import type { Agreement } from "../../api/agreement.ts";

/** What a representative can be asked to do, most important first. Each has a sentence and a button. */
export const askable = [
  "sign",
  "approve",
  "initial",
  "confirm",
  "present-credentials",
  "clear-signature",
  "designate",
] as const;
export type Askable = (typeof askable)[number];

export type AskedOfParty = {
  /** The most important act asked of this party. Null if it waits for others. */
  act: Askable | null;
  /** The other acts asked of it. */
  also: Askable[];
  /** The deadline, if there is one. */
  due: string | null;
};

/** Works out what an agreement asks of a party now. */
export function askedOf(agreement: Agreement, party: string): AskedOfParty {
  const [act = null, ...also] = askable.filter(
    (one) => isWanted(one, agreement, party) && (actOf(agreement, one)?.allowed ?? false),
  );
  return { act, also, due: dueOf(act, agreement) };
}

export function ownParty({ parties }: Pick<Agreement, "parties">, party: string) {
  return parties.find(({ code }) => code === party);
}

function isWanted(act: Askable, agreement: Agreement, party: string): boolean {
  const own = ownParty(agreement, party);
  if (!own || own.standing === "declined") return false;
  if (act === "designate") return own.signatory === null;
  if (act === "clear-signature") return agreement.terms.clearance;
  if (act !== "present-credentials") return true;
  const lacking = ["invited", "credentials.rejected"].includes(own.standing);
  return agreement.terms.authority !== "dispensed" && lacking;
}

function dueOf(act: Askable | null, { respondBy, closesAt, stage }: Agreement): string | null {
  if (act === "approve") return respondBy;
  return stage === "sign.open" && act !== "confirm" ? closesAt : null;
}

export type PartyAnswer = "approve" | "initial" | "request-changes" | "decline";

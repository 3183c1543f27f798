import type { Act, Occurrence } from "../acts.ts";
import type { Facts } from "../facts.ts";
import {
  isOpenForAccession,
  isOpenForSignature,
  mayAccede,
  maySign,
  staysOpen,
} from "../open-to.ts";
import { type Condition, partyOf } from "./condition.ts";

/** Conditions of a text that stays open for signature and accession (VCLT articles 12, 15 and 77(1)(e)). */
export const openingConditions = {
  "signature-ends-with-ceremony": (facts) => !staysOpen(facts),
  "signature-stays-open": (facts) => staysOpen(facts),
  "one-party-signed": ({ signedBy, standing }) =>
    signedBy.some((party) => standing[party] !== "unauthorised"),
  "party-signs-at-ceremony": (facts, act) => !facts.entitled.includes(partyOf(act) ?? ""),
  "party-may-sign": (facts, act) => maySign(facts, partyOf(act) ?? ""),
  "signature-period-runs": (facts, act) =>
    !staysOpen(facts) || onDay(facts, act, isOpenForSignature),
  "signature-period-is-over": (facts, act) => "on" in act && !isOpenForSignature(facts, act.on),
  "signature-ends-with-entry": ({ terms }) => terms.participation?.signature?.until === "entry",
  "party-may-accede": (facts, act) => mayAccede(facts, partyOf(act) ?? ""),
  "accession-is-open": (facts, act) => onDay(facts, act, isOpenForAccession),
  "party-is-not-entitled-yet": (facts, act) => {
    const party = partyOf(act) ?? "";
    const ways = "ways" in act ? act.ways : [];
    if (facts.parties.includes(party)) return false;
    return ways.some((way) => !facts.waysIn[party]?.includes(way));
  },
  "clause-foresees-it": ({ terms: { participation } }, act) =>
    "ways" in act &&
    act.ways.every((way) => {
      const open = way === "sign" ? participation?.signature : participation?.accession;
      if (!open) return false;
      return open.to !== "negotiating" || (open.also?.includes(partyOf(act) ?? "") ?? false);
    }),
} satisfies Record<string, Condition>;

function onDay(
  facts: Facts,
  act: Act | Occurrence,
  holds: (facts: Facts, on: string) => boolean,
): boolean {
  return "on" in act && holds(facts, act.on);
}

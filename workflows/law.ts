import { setup } from "xstate";
import type { Act } from "./acts.ts";
import { type ConditionName, conditions } from "./conditions.ts";
import type { Facts } from "./facts.ts";

/** The words of the law: what facts and acts look like, which conditions and effects it knows. */
export const law = setup({
  types: { context: {} as Facts, events: {} as Act, input: {} as Facts },
  guards: {
    holds: ({ context, event }, names: ConditionName[]) =>
      names.every((name) => conditions[name](context, event)),
  },
  actions: {
    // What an act that keeps its stage does: XState takes a transition with neither target nor action for
    // a forbidden one.
    "keep-stage": () => {},
    "request-review": () => {},
    "announce-changes": () => {},
    "typeset-originals": () => {},
    "announce-failed-typesetting": () => {},
    "invite-signatories": () => {},
    "seal-instrument": () => {},
    "seal-evidence": () => {},
    "announce-publication": () => {},
    "announce-declination": () => {},
    "announce-withdrawal": () => {},
    "announce-lapse": () => {},
  },
});

/** A guard that asks for all of these conditions. */
export const holds = (...params: ConditionName[]) => ({ type: "holds" as const, params });

/**
 * Withdrawal is open until a party's consent stands: while nobody has signed in any form, or where all who
 * have signed agree. Two officers record it.
 */
export const withdraw = [
  {
    guard: holds("no-consent-stands", "officer-has-not-withdrawn", "second-officer-withdraws"),
    target: "#agreement.withdrawn",
    actions: "announce-withdrawal" as const,
  },
  {
    guard: holds("no-consent-stands", "officer-has-not-withdrawn"),
    actions: "keep-stage" as const,
  },
];

/** The parties of a text that is not circulated; one that is removed sees nothing from then on. */
export const changeParties = { guard: holds("two-parties-remain"), actions: "keep-stage" as const };

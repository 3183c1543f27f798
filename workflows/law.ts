import { setup } from "xstate";
import type { Act, Occurrence } from "./acts.ts";
import { type ConditionName, failing } from "./conditions.ts";
import type { Facts } from "./facts.ts";
import { type LetterEffect, letterEffects } from "./letters.ts";

// The action of acts that keep their stage. XState treats a transition without target and action as forbidden.
const nothing = () => {};

/** Every effect that the table of letters names. */
const letterActions = Object.fromEntries(
  letterEffects.map((effect) => [effect, nothing]),
) as Record<LetterEffect, typeof nothing>;

/** The types of facts and acts, and the known conditions and effects. */
export const law = setup({
  types: { context: {} as Facts, events: {} as Act | Occurrence, input: {} as Facts },
  guards: {
    holds: ({ context, event }, names: ConditionName[]) =>
      failing(names, context, event).length === 0,
  },
  actions: {
    "keep-stage": nothing,
    "typeset-originals": nothing,
    "seal-instrument": nothing,
    "seal-evidence": nothing,
    "seal-signature-pages": nothing,
    "seal-proces-verbal": nothing,
    "seal-un-statement": nothing,
    ...letterActions,
  },
});

/** A guard that requires all of these conditions. */
export const holds = (...params: ConditionName[]) => ({ type: "holds" as const, params });

/** An act that leaves the stage as it is. */
export const kept = (...params: ConditionName[]) => ({
  guard: holds(...params),
  actions: "keep-stage" as const,
});

/**
 * Withdrawal is open until a party's consent is in effect: while no party has signed in any form, or if all that have
 * signed agree. Two officers record it.
 */
export const withdraw = [
  {
    guard: holds("no-consent-stands", "officer-has-not-withdrawn", "second-officer-withdraws"),
    target: "#agreement.withdrawn",
    actions: "announce-withdrawal" as const,
  },
  kept("no-consent-stands", "officer-has-not-withdrawn"),
];

/** A second officer confirms a waiting act, or any officer rejects it. */
export const proposals = {
  "confirm-proposal": kept("proposal-waits", "proposal-is-anothers"),
  "reject-proposal": kept("proposal-waits"),
};

/** What becomes of notifications once the text has been opened for signature. */
export const notifications = {
  "acknowledge-notification": kept(),
  "reissue-notification": { actions: "announce-notification-change" as const },
  "cancel-notification": { actions: "announce-notification-change" as const },
};

/**
 * Two officers dismiss what terms and words say differently; until then the text cannot become authentic. What the
 * drafting checks warn of blocks nothing, and one officer says whether it is a false alarm.
 */
export const dismissing = {
  "dismiss-difference": kept("difference-is-open", "officer-has-not-dismissed"),
  "judge-warning": kept(),
};

/** Changes the parties of a text that is not circulated. A removed party sees nothing from then on. */
export const changeParties = kept("two-parties-remain");

/** A State to which the text is open beyond those recorded when signing was opened. */
export const entitling = ["party-is-not-entitled-yet", "clause-foresees-it"] as const;

/** Credentials are presented and checked until signature. The participation machine says where that leads. */
export const credentials = {
  "present-credentials": kept("party-takes-part"),
  "verify-credentials": kept("party-takes-part"),
  "reject-credentials": kept("party-takes-part"),
  "revoke-credentials": kept("party-takes-part"),
};

import type { Act, Occurrence } from "../acts.ts";
import { bound } from "../bound.ts";
import type { Claim } from "../claim-record.ts";
import {
  endsParticipation,
  fits,
  isOpen,
  isSeparable,
  objectionsUntil,
  standingObjections,
} from "../claims.ts";
import type { Facts } from "../facts.ts";
import { suspendedBetween } from "../suspensions.ts";
import { type Condition, partyOf } from "./condition.ts";

/** Conditions on suspension between some of the parties (VCLT 57, 58), and on the procedure of articles 65 to 68. */
export const claimConditions = {
  "suspending-take-part": (facts, act) =>
    act.type !== "suspend-between" ||
    (act.parties.length > 1 && act.parties.every((party) => bound(facts).includes(party))),
  "others-remain": (facts, act) =>
    act.type !== "suspend-between" || act.parties.length < bound(facts).length,
  "in-force-when-suspended": ({ entry }, act) =>
    act.type !== "suspend-between" ||
    act.parties.every((party) => (entry.parties[party] ?? "") <= act.from),
  "suspension-was-notified": (_, act) =>
    act.type !== "suspend-between" || act.basis !== "some-agree" || act.notified,
  "pair-is-not-suspended": ({ suspensions }, act) =>
    act.type !== "suspend-between" ||
    !suspendedBetween(suspensions, { parties: act.parties, on: act.from }).some(
      ({ articles }) =>
        articles.length === 0 || articles.toSorted().join() === act.articles.toSorted().join(),
    ),
  "suspension-runs": ({ suspensions }, act) =>
    act.type === "resume-between" &&
    suspensions.some(
      ({ id, until, resumedOn }) =>
        id === act.suspension && resumedOn === null && (until === null || act.on <= until),
    ),
  "is-party": (facts, act) => bound(facts).includes(partyOf(act) ?? ""),
  "ground-fits-measure": (facts, act) => act.type !== "notify-claim" || fits(facts, act),
  "provisions-are-separable": (_, act) =>
    act.type !== "notify-claim" || act.articles.length === 0 || isSeparable(act.ground),
  "claim-names-another": (facts, act) =>
    act.type !== "notify-claim" ||
    (act.against === null
      ? act.ground !== "breach"
      : act.against !== act.party && bound(facts).includes(act.against)),
  "claim-is-new": ({ claims }, act) =>
    act.type !== "notify-claim" ||
    !claims.some((one) => one.party === act.party && one.ground === act.ground && isOpen(one)),
  "claim-is-open": (facts, act) => {
    const claim = named(facts, act);
    return claim !== undefined && isOpen(claim);
  },
  "claim-is-anothers": (facts, act) => named(facts, act)?.party !== partyOf(act),
  "claim-is-the-partys": (facts, act) => named(facts, act)?.party === partyOf(act),
  "claim-is-not-objected-to": (facts, act) => {
    const claim = named(facts, act);
    const own = claim && standingObjections(claim).some(({ party }) => party === partyOf(act));
    return act.type !== "answer-claim" || !(act.objects && own);
  },
  "claim-was-objected-to": (facts, act) => {
    const claim = named(facts, act);
    const own = claim && standingObjections(claim).some(({ party }) => party === partyOf(act));
    return act.type !== "answer-claim" || act.objects || own === true;
  },
  "time-to-object-to-claim-is-over": (facts, act) => {
    if (act.type !== "carry-out-claim" || act.solved) return true;
    const claim = named(facts, act);
    const until = claim ? objectionsUntil(facts, claim) : null;
    return until !== null && until < act.on;
  },
  "claim-is-undisputed": (facts, act) => {
    if (act.type !== "carry-out-claim" || act.solved) return true;
    const claim = named(facts, act);
    return claim !== undefined && standingObjections(claim).length === 0;
  },
  "measure-ends-participation": (facts, act) => {
    const claim = named(facts, act);
    return claim !== undefined && endsParticipation(claim);
  },
  "measure-keeps-party": (facts, act) => {
    const claim = named(facts, act);
    return claim !== undefined && !endsParticipation(claim);
  },
  "claim-has-no-effect-yet": (facts, act) => {
    const claim = named(facts, act);
    if (!claim || claim.revokedOn !== null || !("on" in act)) return false;
    return claim.carriedOut === null || act.on < claim.carriedOut.from;
  },
  "claim-makes-party-leave": (facts, act) => {
    const claim = named(facts, act);
    return claim !== undefined && endsParticipation(claim) && claim.carriedOut !== null;
  },
} satisfies Record<string, Condition>;

function named({ claims }: Facts, act: Act | Occurrence): Claim | undefined {
  return "claim" in act ? claims.find(({ id }) => id === act.claim) : undefined;
}

import type { Act } from "../acts.ts";
import type { Facts } from "../facts.ts";
import type { Condition } from "./condition.ts";

/** Conditions on the succession of States (Vienna Convention of 1978; in force for few, followed as practice). */
export const successionConditions = {
  "predecessor-is-another": (_, act) => act.type !== "succeed" || act.predecessor !== act.party,
  "predecessor-was-bound": (facts, act) => act.type !== "succeed" || hadConsented(facts, act),
  "predecessor-only-signed": (facts, act) =>
    act.type === "succeed" && !hadConsented(facts, act) && hadSigned(facts, act),
  "bilateral-succession-is-agreed": ({ parties, terms }, act) =>
    act.type !== "succeed" || act.agreed || parties.length > 2 || terms.accession,
} satisfies Record<string, Condition>;

/** Whether the predecessor had consented by the date of succession and had not ceased to be a party (articles 17, 18). */
function hadConsented(facts: Facts, act: Extract<Act, { type: "succeed" }>): boolean {
  const { predecessor, succeededOn } = act;
  const standing = facts.standing[predecessor] ?? "";
  const own = facts.consents.filter(({ party, act: how, withdrawnOn, endedOn }) => {
    const binds = how !== "signature" || !standing.endsWith("ubjectToRatification");
    return party === predecessor && !withdrawnOn && (endedOn ?? "9999") > succeededOn && binds;
  });
  // A predecessor that is itself a successor was bound from its own date of succession (article 23(1)).
  const days = [
    ...own.map(({ on }) => on),
    ...facts.successions.flatMap((one) => (one.party === predecessor ? one.succeededOn : [])),
  ];
  if (!days.some((on) => on <= succeededOn)) return false;
  if (standing === "ended") return (facts.notices[predecessor] ?? "") >= succeededOn;
  return ["contracting", "party", "noticeRunning"].includes(standing);
}

/**
 * Whether the predecessor State had signed subject to ratification by the date of succession, and had not made clear that
 * it would not become a party (articles 19, 33 and 37).
 */
function hadSigned(facts: Facts, act: Extract<Act, { type: "succeed" }>): boolean {
  const { predecessor, succeededOn } = act;
  if (!facts.states.includes(predecessor)) return false;
  const standing = facts.standing[predecessor] ?? "";
  if (standing === "unauthorised" || standing.startsWith("notIntending")) return false;
  return facts.consents.some(
    ({ party, act: how, as, on }) =>
      party === predecessor &&
      how === "signature" &&
      as === "subject-to-ratification" &&
      on <= succeededOn,
  );
}

import { asksNotification } from "./entry-form.ts";
import type { Consent } from "./entry-into-force.ts";
import type { ConsentAct, Facts } from "./facts.ts";
import type { CivilDate } from "./terms.ts";

/**
 * For each party, the act that completed its consent. If consent requires a notification that internal procedures are
 * complete, the signature alone is not enough. A consent with a reservation may count later: see `consentsOf`.
 */
export function expressedConsents({ terms, consents, standing }: Facts): Consent[] {
  const notified = asksNotification(terms.entry);
  const completing = (one: ConsentAct) => {
    if (standing[one.party] === "unauthorised") return false;
    if (["deposit", "accession", "succession", "notification"].includes(one.act)) return true;
    if (notified) return false;
    if (one.act === "confirmation") return !isToRatify(standing[one.party]);
    return one.act === "signature" && one.as === "definitive" && !confirmedLater(one, consents);
  };
  return consents.filter(completing).map(({ as: _, ...consent }) => consent);
}

/** Whether a confirmed signature still awaits ratification, also if the State does not intend it. */
function isToRatify(standing = ""): boolean {
  return (
    standing === "signedSubjectToRatification" || standing === "notIntending.subjectToRatification"
  );
}

/** A definitive signature without authority counts from its confirmation (VCLT article 8). */
function confirmedLater({ party }: ConsentAct, consents: ConsentAct[]): boolean {
  return consents.some((one) => one.party === party && one.act === "confirmation");
}

// A status page asks for the same days thousands of times. Facts are never changed, so the days of one object stay.
const known = new WeakMap<Facts, Map<string, CivilDate>>();

/** The day on which each party expressed the consent that it stands by: none that was withdrawn or has ended. */
export function consentDays(facts: Facts): ReadonlyMap<string, CivilDate> {
  const found = known.get(facts);
  if (found) return found;
  const days = new Map<string, CivilDate>();
  for (const { party, on, withdrawnOn, endedOn } of expressedConsents(facts)) {
    if (!withdrawnOn && !endedOn && !days.has(party)) days.set(party, on);
  }
  known.set(facts, days);
  return days;
}

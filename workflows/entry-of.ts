import type { EntryDates } from "./acts.ts";
import { type Consent, entryIntoForce, type Finding } from "./entry-into-force.ts";
import type { ConsentAct, Facts } from "./facts.ts";

/** The date engine's findings for the record: the instrument's date and each party's, or what is missing. */
export function entryFindings(facts: Facts): {
  instrument: Finding;
  parties: Record<string, Finding>;
} {
  const acceded = facts.consents.filter(({ act }) => act === "accession");
  const negotiating = facts.parties.filter(
    (code) => facts.standing[code] !== "declined" && !acceded.some(({ party }) => party === code),
  );
  return entryIntoForce(facts.terms.entry, { negotiating, consents: consentsOf(facts) });
}

/** The dates that can be recorded now; null while the instrument has none. */
export function entryOf(facts: Facts): EntryDates | null {
  const { instrument, parties } = entryFindings(facts);
  if (instrument.state !== "dated") return null;
  const dated = Object.entries(parties).flatMap(([code, finding]) =>
    finding.state === "dated" ? [[code, finding.on] as const] : [],
  );
  return { instrument: instrument.on, parties: Object.fromEntries(dated) };
}

/**
 * For each party, the act that completed its consent. If consent requires a notification that internal procedures are
 * complete, the signature alone is not enough.
 */
export function consentsOf({ terms, consents, standing }: Facts): Consent[] {
  const notified = terms.entry.form.endsWith("last-notification");
  const completing = (one: ConsentAct) => {
    if (standing[one.party] === "unauthorised") return false;
    if (one.act === "deposit" || one.act === "accession") return true;
    if (notified) return one.act === "notification";
    if (one.act === "confirmation") return standing[one.party] !== "signedSubjectToRatification";
    return one.act === "signature" && one.as === "definitive" && !confirmedLater(one, consents);
  };
  return consents.filter(completing).map(({ party, on, act }) => ({ party, on, act }));
}

/** A definitive signature without authority counts from its confirmation (VCLT article 8). */
function confirmedLater({ party }: ConsentAct, consents: ConsentAct[]): boolean {
  return consents.some((one) => one.party === party && one.act === "confirmation");
}

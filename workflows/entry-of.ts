import type { EntryDates } from "./acts.ts";
import { laterOf } from "./civil-date.ts";
import { asksNotification } from "./entry-form.ts";
import {
  type Consent,
  type EntryFindings,
  entryIntoForce,
  type Finding,
  type Sentence,
} from "./entry-into-force.ts";
import type { ConsentAct, Facts } from "./facts.ts";

/** The date engine's findings for the record: the instrument's date and each party's, or what is missing. */
export function entryFindings(facts: Facts): EntryFindings {
  const before = facts.consents.filter(({ endedOn }) => endedOn !== undefined);
  const acceded = facts.consents.filter(
    ({ act, party }) =>
      (act === "accession" || act === "succession") && !before.some((one) => one.party === party),
  );
  const negotiating = facts.parties.filter(
    (code) => facts.standing[code] !== "declined" && !acceded.some(({ party }) => party === code),
  );
  const record = { negotiating, consents: consentsOf(facts), acts: actsOf(facts) };
  const found = entryIntoForce(facts.terms.entry, record);
  return { ...found, parties: { ...found.parties, ...successorsOf(facts, found) } };
}

/**
 * A successor State is bound from the date of succession, or from the instrument's entry into force if that is later
 * (Vienna Convention of 1978, article 23(1)).
 */
function successorsOf(
  { successions, entry }: Facts,
  { instrument }: EntryFindings,
): Record<string, Finding> {
  if (instrument.state !== "dated") return {};
  const began = entry.instrument ?? instrument.on;
  return Object.fromEntries(
    successions.map(({ party, predecessor, succeededOn, operatesOn }) => {
      const on = laterOf(succeededOn, began);
      const of = { party, parties: predecessor, on: succeededOn };
      const derivation: Sentence[] = [
        { key: "succeeds", values: of },
        ...(on === succeededOn ? [] : [{ key: "with-the-instrument", values: { party, on } }]),
        ...(operatesOn && operatesOn > on
          ? [{ key: "operates-from", values: { on: operatesOn } }]
          : []),
      ];
      return [party, { state: "dated" as const, on, derivation }];
    }),
  );
}

/**
 * The dates that can be recorded now; null while the instrument has none. If the depositary recorded another day for
 * the instrument than the engine finds, that day stays, and parties that enter with the instrument enter on it.
 */
export function entryOf(facts: Facts): EntryDates | null {
  const { instrument, parties } = entryFindings(facts);
  const recorded = facts.entry.instrument;
  if (instrument.state !== "dated")
    return recorded === null ? null : { instrument: recorded, parties: {} };
  const dated = Object.entries(parties).flatMap(([code, finding]) => {
    if (finding.state !== "dated") return [];
    if (!recorded) return [[code, finding.on] as const];
    const joins = finding.on === instrument.on;
    return [[code, joins ? recorded : laterOf(finding.on, recorded)] as const];
  });
  return { instrument: recorded ?? instrument.on, parties: Object.fromEntries(dated) };
}

/**
 * For each party, the act that completed its consent. If consent requires a notification that internal procedures are
 * complete, the signature alone is not enough.
 */
export function consentsOf({ terms, consents, standing }: Facts): Consent[] {
  const notified = asksNotification(terms.entry);
  const completing = (one: ConsentAct) => {
    if (standing[one.party] === "unauthorised") return false;
    if (["deposit", "accession", "succession"].includes(one.act)) return true;
    if (notified) return one.act === "notification";
    if (one.act === "confirmation") return standing[one.party] !== "signedSubjectToRatification";
    return one.act === "signature" && one.as === "definitive" && !confirmedLater(one, consents);
  };
  return consents.filter(completing).map(({ as: _, ...consent }) => consent);
}

/** The same, without consents that were withdrawn or belong to an earlier participation. */
export function standingConsents(facts: Facts): Consent[] {
  return consentsOf(facts).filter(({ withdrawnOn, endedOn }) => !withdrawnOn && !endedOn);
}

/** Every signature and notification with authority, for clauses that count them though they complete no consent. */
function actsOf({ consents, standing }: Facts): Consent[] {
  return consents
    .filter(({ party, act }) => standing[party] !== "unauthorised" && act !== "confirmation")
    .map(({ as: _, ...act }) => act);
}

/** A definitive signature without authority counts from its confirmation (VCLT article 8). */
function confirmedLater({ party }: ConsentAct, consents: ConsentAct[]): boolean {
  return consents.some((one) => one.party === party && one.act === "confirmation");
}

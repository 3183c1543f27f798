import { effectiveConsent } from "./acceptance-of-all.ts";
import type { EntryDates } from "./acts.ts";
import { laterOf } from "./civil-date.ts";
import {
  type Consent,
  type EntryFindings,
  entryIntoForce,
  type Finding,
  type Sentence,
} from "./entry-into-force.ts";
import { expressedConsents } from "./expressed-consents.ts";
import type { Facts } from "./facts.ts";

/** The date engine's findings for the record: the instrument's date and each party's, or what is missing. */
export function entryFindings(facts: Facts): EntryFindings {
  const before = facts.consents.filter(({ endedOn }) => endedOn !== undefined);
  const acceded = facts.consents.filter(
    ({ act, party }) =>
      (act === "accession" || act === "succession") && !before.some((one) => one.party === party),
  );
  const negotiating = facts.parties.filter(
    (code) =>
      facts.standing[code] !== "declined" &&
      !facts.joined.includes(code) &&
      !acceded.some(({ party }) => party === code),
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
 * The consents that have effect, and from which day. One with a reservation that all or an organ must accept counts from
 * its acceptance (VCLT article 20(2) and (3)).
 */
export function consentsOf(facts: Facts): Consent[] {
  return expressedConsents(facts).flatMap((consent) => {
    const on = effectiveConsent(facts, consent.party, consent.on);
    return on === null ? [] : [{ ...consent, on }];
  });
}

/** The same, without consents that were withdrawn or belong to an earlier participation. */
export function standingConsents(facts: Facts): Consent[] {
  return consentsOf(facts).filter(({ withdrawnOn, endedOn }) => !withdrawnOn && !endedOn);
}

/** Every signature and notification with authority, for clauses that count them though they complete no consent. */
function actsOf({ consents, standing }: Facts): Consent[] {
  return consents
    .filter(({ party, act, succeeded }) => {
      return standing[party] !== "unauthorised" && act !== "confirmation" && !succeeded;
    })
    .map(({ as: _, ...act }) => act);
}

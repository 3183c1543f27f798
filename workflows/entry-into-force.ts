import { addDays, addMonths, firstOfNextMonth } from "./civil-date.ts";
import type { CivilDate, EntryClause } from "./terms.ts";

export { addDays, addMonths, civilDate } from "./civil-date.ts";
export type { CivilDate, EntryClause } from "./terms.ts";

/** The act that completed a party's consent, and the day on which it counts: of signature, or of receipt (VCLT 78). */
export type Consent = {
  party: string;
  on: CivilDate;
  act: "signature" | "notification" | "deposit" | "confirmation" | "accession";
};

export type EntryRecord = {
  /** The States and organisations that took part in drafting the text. */
  negotiating: string[];
  consents: Consent[];
};

/** One step of the reasoning. `templates/derivations.json` has its words in each language. */
export type Sentence = { key: string; values: Record<string, string | number> };

export type Finding =
  | { state: "waiting"; missing: number | string[]; derivation: Sentence[] }
  | { state: "dated"; on: CivilDate; derivation: Sentence[] };

/**
 * Derives when an instrument enters into force, and for each party that has consented its own day, with the reasoning
 * (VCLT articles 24 and 84 show the forms). A party that consents after the instrument's own day has a later one
 * (24(3)). Pure: days are civil days, and it reads no clock.
 */
export function entryIntoForce(
  clause: EntryClause,
  record: EntryRecord,
): { instrument: Finding; parties: Record<string, Finding> } {
  const consents = firstOfEach(record.consents);
  const instrument = instrumentOf(clause, record.negotiating, consents);
  const parties = Object.fromEntries(
    consents.map((one) => [one.party, partyOf(clause, instrument, one)]),
  );
  return { instrument, parties };
}

function instrumentOf(clause: EntryClause, negotiating: string[], consents: Consent[]): Finding {
  switch (clause.form) {
    case "last-signature":
    case "last-notification":
    case "all-consented":
      return whenAll(clause, negotiating, consents, (on) => on);
    case "after-last-notification":
      return whenAll(clause, negotiating, consents, (on) => addDays(on, clause.days));
    case "fixed-date":
      return fixed(clause, consents);
    case "nth-deposit":
      return whenNth(clause.deposits, clause, consents);
    case "month-after-nth-consent":
      return whenNth(clause.consents, clause, consents);
  }
}

/** Entry with the last consent of all that negotiated. */
function whenAll(
  clause: EntryClause,
  negotiating: string[],
  consents: Consent[],
  from: (on: CivilDate) => CivilDate,
): Finding {
  const own = consents.filter(({ party }) => negotiating.includes(party));
  const missing = negotiating.filter((code) => !own.some(({ party }) => party === code));
  const last = own.at(-1);
  if (missing.length > 0 || !last) {
    const waits = { key: "waits-for-parties", values: { parties: missing.join(", ") } };
    return { state: "waiting", missing, derivation: [clauseSentence(clause), waits] };
  }
  return dated(from(last.on), clause, last, "last-consent");
}

/** Entry on a day that the text names, for at least two parties, and not before they have consented. */
function fixed(clause: Extract<EntryClause, { form: "fixed-date" }>, consents: Consent[]): Finding {
  const second = consents[1];
  if (!second) {
    const waits = { key: "waits-for-consents", values: { count: 2 - consents.length } };
    const derivation = [clauseSentence(clause), waits];
    return { state: "waiting", missing: 2 - consents.length, derivation };
  }
  return dated(later(clause.date, second.on), clause, second, "second-consent");
}

function whenNth(
  needed: number,
  clause: Extract<EntryClause, { form: "nth-deposit" | "month-after-nth-consent" }>,
  consents: Consent[],
): Finding {
  const nth = consents[needed - 1];
  if (!nth) {
    const missing = needed - consents.length;
    const waits = { key: "waits-for-consents", values: { count: missing } };
    return { state: "waiting", missing, derivation: [clauseSentence(clause), waits] };
  }
  return dated(counted(clause, nth.on), clause, nth, "nth-consent");
}

/** The day that the clause gives when counted from one consent. */
function counted(clause: EntryClause, on: CivilDate): CivilDate {
  switch (clause.form) {
    case "after-last-notification":
    case "nth-deposit":
      return addDays(on, clause.days);
    case "month-after-nth-consent":
      return firstOfNextMonth(addMonths(on, clause.months));
    default:
      return on;
  }
}

function partyOf(clause: EntryClause, instrument: Finding, consent: Consent): Finding {
  if (instrument.state === "waiting") return instrument;
  const own = counted(clause, consent.on);
  if (own <= instrument.on) {
    const with_ = {
      key: "with-the-instrument",
      values: { party: consent.party, on: instrument.on },
    };
    return { state: "dated", on: instrument.on, derivation: [...instrument.derivation, with_] };
  }
  const { party, on: consented, act } = consent;
  const late = { key: `own-${act}`, values: { party, consented, on: own } };
  return { state: "dated", on: own, derivation: [...instrument.derivation, late] };
}

function dated(
  on: CivilDate,
  clause: EntryClause,
  { party, on: consented, act }: Consent,
  key: string,
): Finding {
  const by = { key: `${key}-${act}`, values: { party, on: consented } };
  const result = { key: "enters-into-force", values: { on } };
  return { state: "dated", on, derivation: [clauseSentence(clause), by, result] };
}

function clauseSentence({ form, ...values }: EntryClause): Sentence {
  return { key: `clause-${form}`, values };
}

/** Each party's first consent, ordered by day; on the same day by code. */
function firstOfEach(consents: Consent[]): Consent[] {
  const sorted = [...consents].sort(
    (a, b) => order(a.on, b.on) || order(a.party, b.party) || order(a.act, b.act),
  );
  return sorted.filter(
    ({ party }, index) => sorted.findIndex((one) => one.party === party) === index,
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

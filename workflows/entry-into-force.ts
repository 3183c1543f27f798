import { type CivilDate, laterOf } from "./civil-date.ts";
import { conditionMet, type Outcome, outsideDay } from "./entry-condition-met.ts";
import type { NotCounted } from "./entry-conditions.ts";
import { delayed, delaySentence } from "./entry-delay.ts";
import type { Consent, EntryRecord, Finding, Sentence } from "./entry-finding.ts";
import { type EntryForm, entryForm } from "./entry-form.ts";
import { firstOfEach, type Tally, tallyOf } from "./entry-tally.ts";
import type { EntryClause } from "./terms.ts";

export { addDays, addMonths, civilDate } from "./civil-date.ts";
export type { Consent, EntryRecord, Finding, Sentence } from "./entry-finding.ts";
export type { CivilDate, EntryClause } from "./terms.ts";

export type EntryFindings = {
  instrument: Finding;
  /** Each party that has consented and not withdrawn, with its own day. */
  parties: Record<string, Finding>;
  /** From when it is applied provisionally; null if the clause does not say so, or if it enters into force first. */
  provisional: Finding | null;
};

/**
 * Derives when an instrument enters into force, and for each party that has consented its own day, with the reasoning
 * (VCLT articles 24, 25 and 84 show the forms). A party that consents after the conditions are met has a later day
 * (24(3)). Pure: days are civil days, and it reads no clock.
 */
export function entryIntoForce(clause: EntryClause, record: EntryRecord): EntryFindings {
  const form = entryForm(clause);
  const { finding, metOn, withdrawn } = instrumentOf(clause, form, record);
  const left = new Set(withdrawn);
  const consents = firstOfEach(record.consents.filter((one) => !one.endedOn && !left.has(one)));
  const parties = consents
    .map((one) => ({ one, found: partyOf(form, { finding, metOn }, one) }))
    .filter(({ one, found }) => !leftBefore(one, found))
    .map(({ one, found }) => [one.party, found] as const);
  return {
    instrument: finding,
    parties: Object.fromEntries(parties),
    provisional: provisionalOf(form, finding, record),
  };
}

type Instrument = { finding: Finding; metOn: CivilDate };

/**
 * The instrument's own day. A consent that was withdrawn by that day is not counted, so the day is derived again
 * without it, which can only make it later.
 */
function instrumentOf(
  clause: EntryClause,
  form: EntryForm,
  record: EntryRecord,
): Instrument & { withdrawn: Consent[] } {
  let withdrawnBy = "";
  for (;;) {
    const tally = tallyOf(record, { notCounted: form.notCounted ?? [], withdrawnBy });
    const withdrawn = withdrawnUntil(withdrawnBy, record);
    const lead = [...clauseSentences(clause, form), ...notCounted(form, withdrawn)];
    const { finding, metOn } = dayOf(form, tally, lead);
    const end = finding.state === "dated" ? finding.on : "9999-12-31";
    if (withdrawnUntil(end, record).length === withdrawn.length) {
      return { finding, metOn, withdrawn };
    }
    withdrawnBy = end;
  }
}

function withdrawnUntil(day: CivilDate, { consents }: EntryRecord): Consent[] {
  return consents.filter(({ withdrawnOn }) => withdrawnOn !== undefined && withdrawnOn <= day);
}

type Rule = Pick<EntryForm, "when" | "delay" | "date" | "notBefore" | "effectFrom" | "decidedBy">;

/** The day that the conditions, the delay and the text's own days give. `metOn` is when the conditions were met. */
function dayOf(rule: Rule, tally: Tally, lead: Sentence[]): Instrument {
  const outcome = conditionMet(rule.when, tally);
  const floors = (rule.notBefore ?? []).map((day) => outsideDay(day, tally));
  const derivation = [...lead, ...told(rule, outcome)];
  const { missing } = outcome;
  if (outcome.on === null || floors.some(({ on }) => on === null)) {
    const waits = [...derivation, ...floors.flatMap(({ asks, status }) => [...asks, ...status])];
    const left = missing.parties.length > 0 || outcome.missing.count === 0;
    const finding = { missing: left ? missing.parties : missing.count, derivation: waits };
    return { finding: { state: "waiting", ...finding }, metOn: outcome.on ?? "9999-12-31" };
  }
  const inTime = rule.date !== undefined && outcome.on <= rule.date;
  const counted = inTime ? (rule.date ?? outcome.on) : delayed(rule.delay, outcome.on);
  const on = floors.reduce((day, floor) => laterOf(day, floor.on ?? day), counted);
  const steps = rule.decidedBy ? [] : delaySteps(rule, outcome.on, inTime, floors);
  const last = { key: "enters-into-force", values: { on } };
  const effect = rule.effectFrom ? [{ key: "effect-from", values: { date: rule.effectFrom } }] : [];
  const finding: Finding = {
    state: "dated",
    on,
    derivation: [...derivation, ...steps, last, ...effect],
  };
  return { finding, metOn: outcome.on };
}

/** What the conditions ask for and how they were met; for a simple form, only the act that decided. */
function told({ when, decidedBy }: Rule, outcome: Outcome): Sentence[] {
  if (!decidedBy) return [...(when.kind === "all" ? [] : outcome.asks), ...outcome.status];
  const { by } = outcome;
  if (!by) return outcome.status;
  return [{ key: `${decidedBy}-${by.act}`, values: { party: by.party, on: by.on } }];
}

function delaySteps(rule: Rule, on: CivilDate, inTime: boolean, floors: Outcome[]): Sentence[] {
  const { date, delay } = rule;
  const named =
    date === undefined ? [] : [{ key: inTime ? "met-in-time" : "met-too-late", values: { date } }];
  return [
    { key: "conditions-met", values: { on } },
    ...named,
    ...(inTime ? [] : [delaySentence(delay)]),
    ...floors.flatMap(({ asks, status }) => [...asks, ...status]),
  ];
}

function partyOf(form: EntryForm, { finding, metOn }: Instrument, consent: Consent): Finding {
  if (finding.state === "waiting") return finding;
  const { party, on: consented, act } = consent;
  // The text may be silent on parties that come later: the day of their consent counts (24(3)).
  const own = form.later ? delayed(form.later, consented) : consented;
  if (consented <= metOn || own <= finding.on) {
    const joined = { key: "with-the-instrument", values: { party, on: finding.on } };
    return { state: "dated", on: finding.on, derivation: [...finding.derivation, joined] };
  }
  const how = form.later && !form.decidedBy ? [delaySentence(form.later)] : [];
  const late = { key: `own-${act}`, values: { party, consented, on: own } };
  return { state: "dated", on: own, derivation: [...finding.derivation, ...how, late] };
}

/** Whether the party withdrew its consent before it would have been bound. */
function leftBefore({ withdrawnOn }: Consent, found: Finding): boolean {
  return withdrawnOn !== undefined && found.state === "dated" && withdrawnOn <= found.on;
}

/** Provisional application ends with entry into force, and does not begin after it (VCLT article 25). */
function provisionalOf(form: EntryForm, definitive: Finding, record: EntryRecord): Finding | null {
  if (!form.provisional) return null;
  const withdrawnBy = definitive.state === "dated" ? definitive.on : "9999-12-31";
  const tally = tallyOf(record, { notCounted: form.notCounted ?? [], withdrawnBy });
  const rule = { ...form.provisional, decidedBy: null };
  const lead = [{ key: "clause-provisional", values: {} }];
  const { finding } = dayOf(rule, tally, lead);
  if (finding.state === "waiting") return definitive.state === "dated" ? null : finding;
  if (definitive.state === "dated" && definitive.on <= finding.on) return null;
  const until =
    definitive.state === "dated"
      ? [{ key: "provisional-until", values: { on: definitive.on } }]
      : [];
  const steps = finding.derivation.slice(0, -1);
  const from = { key: "provisional-from", values: { on: finding.on } };
  return { ...finding, derivation: [...steps, from, ...until] };
}

function clauseSentences(clause: EntryClause, { decidedBy }: EntryForm): Sentence[] {
  if (!decidedBy || clause.form === "conditions") return [{ key: "clause-conditions", values: {} }];
  const { form, ...values } = clause;
  return [{ key: `clause-${form}`, values }];
}

function notCounted(form: EntryForm, withdrawn: Consent[]): Sentence[] {
  const left = (form.notCounted ?? []).map(({ party, reason }: NotCounted) => ({
    key: `not-counted-${reason}`,
    values: { party },
  }));
  const gone = withdrawn.map(({ party, withdrawnOn }) => ({
    key: "not-counted-withdrawn",
    values: { party, on: withdrawnOn ?? "" },
  }));
  return [...left, ...gone];
}

import type { Duration, StatedTerm, Terms } from "#workflows/terms.ts";
import type { Stated, StatedValues } from "./stated.ts";

type Statement<term extends StatedTerm> = Extract<Stated, { term: term }>;

type Tests = { [term in StatedTerm]: (stated: Statement<term>, terms: Terms) => boolean };

/**
 * Whether a statement says what the terms record. A silent term agrees with a text that says what the law supplies
 * anyway: negotiation, amendment by agreement (VCLT articles 39 and 40), reservations permitted (19), two parties.
 */
export function agrees(stated: Stated, terms: Terms): boolean {
  const test = tests[stated.term] as (stated: Stated, terms: Terms) => boolean;
  return test(stated, terms);
}

const tests: Tests = {
  consent: ({ value }, { consent }) => {
    const recorded = consent.filter((act) => act !== "ad-referendum");
    return same([...value].sort(), [...recorded].sort());
  },
  // Conditions as data say more than one sentence: the reader compares the plain forms only.
  entry: ({ value }, { entry }) => !isCompared(entry) || same(value, entry),
  provisional: ({ value }, { provisional }) => value === provisional,
  reservations: ({ value }, { reservations, reservationRules }) => {
    const recorded = reservations === "prohibited" ? "prohibited" : "permitted";
    if (value.rule !== recorded) return false;
    const { except } = reservationRules ?? {};
    if (recorded === "prohibited" || except === undefined) return true;
    return same([...except].sort(ascending), value.except ?? []);
  },
  duration: ({ value, unread }, { duration }) => {
    if (value === "unlimited" || duration === "unlimited") return value === duration;
    if (value.years !== duration.years) return false;
    if (unread.includes("renewal")) return true;
    const { renewal = "none" } = value;
    if (renewal !== duration.renewal) return false;
    const read = renewal !== "none" && !unread.includes("periodYears");
    return !read || furtherYears(value) === furtherYears(duration);
  },
  withdrawal: ({ value, unread }, { withdrawal }) => {
    if (typeof value === "string" || typeof withdrawal === "string") return value === withdrawal;
    const period = (one: object) =>
      "months" in one ? { months: one.months } : { ...one, notBeforeYears: 0, atYearEnd: 0 };
    if (!same(period(value), period(withdrawal))) return false;
    if ((value.atYearEnd ?? false) !== (withdrawal.atYearEnd ?? false)) return false;
    return unread.includes("notBeforeYears") || value.notBeforeYears === withdrawal.notBeforeYears;
  },
  accession: ({ value }, { accession }) => value === accession,
  amendment: ({ value }, { amendment }) => {
    if (amendment === "silent") return value.binds === "all" || value.binds === "acceptors";
    return same(value, amendment);
  },
  settlement: ({ value }, { settlement }) => {
    return value === settlement || (settlement === "silent" && value === "negotiation");
  },
  prevailing: ({ value }, { prevailing }) => value === (prevailing?.split("-")[0] ?? null),
  depositary: ({ value }, { depositary }) => value === depositary,
  // Every agreement needs two parties: a text that says so sets no minimum of its own.
  minimumParties: ({ value }, { minimumParties }) => value === (minimumParties ?? 2),
};

const compared = new Set([
  "last-signature",
  "fixed-date",
  "last-notification",
  "after-last-notification",
  "nth-deposit",
  "month-after-nth-consent",
  "all-consented",
]);

/** Whether the reader knows the form of an entry clause, so that it can be compared. */
export function isCompared({ form }: { form: string }): boolean {
  return compared.has(form);
}

function furtherYears({ years, periodYears }: Pick<Duration, "years" | "periodYears">): number {
  return periodYears ?? years;
}

function ascending(a: number, b: number): number {
  return a - b;
}

/** Whether two values have the same members, whatever their order. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The value of a term as the terms record it, in the shape in which a text states it. */
export function recordedValue(term: StatedTerm, terms: Terms): StatedValues[StatedTerm] | unknown {
  if (term === "consent") return terms.consent.filter((act) => act !== "ad-referendum");
  if (term !== "reservations") return terms[term];
  const { except } = terms.reservationRules ?? {};
  return { rule: terms.reservations, ...(except && { except }) };
}

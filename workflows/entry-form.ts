import type { Condition, Delay, EntryConditions, SingleCondition } from "./entry-conditions.ts";
import type { EntryClause } from "./terms.ts";

type Simple = Exclude<EntryClause, { form: "conditions" }>;

/** A clause as the engine evaluates it: its conditions, and how its derivation is told. */
export type EntryForm = Omit<EntryConditions, "form"> & {
  /** For a simple form, the key that says which consent decided; null if conditions are told one by one. */
  decidedBy: "last-consent" | "second-consent" | "nth-consent" | null;
};

const sameDay: Delay = { unit: "days", count: 0 };
const everyone: Condition = { kind: "consents", needed: "all" };

/** The conditions that each form of clause stands for (VCLT articles 24 and 84 show the simple ones). */
export function entryForm(clause: EntryClause): EntryForm {
  return clause.form === "conditions" ? { ...clause, decidedBy: null } : simple(clause);
}

function simple(clause: Simple): EntryForm {
  switch (clause.form) {
    case "last-signature":
    case "last-notification":
    case "all-consented":
      return { when: everyone, ...counted(sameDay), decidedBy: "last-consent" };
    case "after-last-notification":
      return { when: everyone, ...counted(days(clause.days)), decidedBy: "last-consent" };
    case "fixed-date": {
      // A text that names a day is in force then for at least two parties.
      const { date } = clause;
      return { when: consents(2), ...counted(sameDay), date, decidedBy: "second-consent" };
    }
    case "nth-deposit": {
      const when = consents(clause.deposits);
      return { when, ...counted(days(clause.days)), decidedBy: "nth-consent" };
    }
    case "month-after-nth-consent": {
      const delay: Delay = { unit: "months", count: clause.months, counting: "full-month" };
      return { when: consents(clause.consents), ...counted(delay), decidedBy: "nth-consent" };
    }
  }
}

/** In the simple forms a later party waits as long as the instrument did. */
function counted(delay: Delay): { delay: Delay; later: Delay } {
  return { delay, later: delay };
}

function consents(needed: number): Condition {
  return { kind: "consents", needed };
}

function days(count: number): Delay {
  return { unit: "days", count };
}

/** Whether notifications that internal procedures are complete are how parties consent under the clause. */
export function asksNotification(clause: EntryClause): boolean {
  if (clause.form !== "conditions") return clause.form.endsWith("last-notification");
  return leavesOf(clause.when).some(({ kind }) => kind === "notifications");
}

/** The conditions of a tree that have no others below them. */
export function leavesOf(condition: Condition): SingleCondition[] {
  return "of" in condition ? condition.of.flatMap(leavesOf) : [condition];
}

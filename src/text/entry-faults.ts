import type { Condition, CountedActs, EntryConditions } from "#workflows/entry-conditions.ts";
import { numberOf } from "#workflows/entry-needed.ts";

/** What makes a condition one that can never be met, with the path to it within the clause. */
export type EntryFault = { path: (string | number)[]; message: string };

type Path = EntryFault["path"];
type Share = Extract<Condition, { kind: "quantity" }>;

/**
 * Faults that the clause shows by itself: more parties than a group has, an amount that all shares together do not
 * reach, a named party that is not counted, a way into force without any consent (VCLT article 24(1) and (2)), a
 * quantity or day that cannot be. Whether parties negotiate the instrument, and whether it waits for itself, is known
 * only with the agreement (`checks/terms.ts`).
 */
export function entryFaults(clause: EntryConditions): EntryFault[] {
  const left = new Set((clause.notCounted ?? []).map(({ party }) => party));
  const { provisional, date, notBefore = [] } = clause;
  return [
    ...tree(clause.when, ["when"], left),
    ...(provisional ? tree(provisional.when, ["provisional", "when"], left) : []),
    ...twice(
      (clause.notCounted ?? []).map(({ party }) => party),
      ["notCounted"],
    ),
    ...notBefore.flatMap((day, index) =>
      day.kind === "date" && date !== undefined && date < day.date
        ? [{ path: ["notBefore", index, "date"], message: "is after the day that `date` names" }]
        : [],
    ),
  ];
}

function tree(condition: Condition, path: Path, left: Set<string>): EntryFault[] {
  const faults = within(condition, path, left);
  if (asksConsent(condition)) return faults;
  return [...faults, { path, message: "can be met without the consent of any party" }];
}

function within(condition: Condition, path: Path, left: Set<string>): EntryFault[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap((one, index) => within(one, [...path, "of", index], left));
    case "parties":
      return named(condition.parties, [...path, "parties"], left);
    case "quantity":
      return quantity(condition, path, left);
    case "date":
    case "instrument":
      return [];
    default:
      return counted(condition, path, left);
  }
}

function counted({ needed, among }: CountedActs, path: Path, left: Set<string>): EntryFault[] {
  if (!among) return [];
  const counting = among.filter((code) => !left.has(code)).length;
  const least = numberOf(needed, counting);
  const faults = twice(among, [...path, "among"]);
  if (least <= counting && counting > 0) return faults;
  const message = `asks for ${least} of ${counting} parties that are counted`;
  return [...faults, { path: [...path, "needed"], message }];
}

function quantity({ shares, atLeast }: Share, path: Path, left: Set<string>) {
  const held = Object.entries(shares).filter(([code]) => !left.has(code));
  const sum = held.reduce((all, [, share]) => all + share, 0);
  if (Number(sum.toFixed(6)) >= atLeast) return [];
  const message = `is more than all shares together, which are ${Number(sum.toFixed(6))}`;
  return [{ path: [...path, "atLeast"], message }];
}

function named(parties: string[], path: Path, left: Set<string>): EntryFault[] {
  const gone = parties.flatMap((code, index) =>
    left.has(code)
      ? [{ path: [...path, index], message: "is needed and is not counted: it can never be met" }]
      : [],
  );
  return [...twice(parties, path), ...gone];
}

function twice(parties: string[], path: Path): EntryFault[] {
  return parties.flatMap((code, index) =>
    parties.indexOf(code) < index ? [{ path: [...path, index], message: "is named twice" }] : [],
  );
}

/** Whether every way to meet the condition asks for a party's act. An empty group is a fault of its own. */
function asksConsent(condition: Condition): boolean {
  if (condition.kind === "all") return condition.of.length === 0 || condition.of.some(asksConsent);
  if (condition.kind === "any") return condition.of.every(asksConsent);
  return condition.kind !== "date" && condition.kind !== "instrument";
}

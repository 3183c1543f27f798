import type { Condition, EntryConditions, OutsideDay } from "#workflows/entry-conditions.ts";
import type { Sentence } from "./checks/sentence.ts";

type Path = (string | number)[];
/** A fault with its path within the clause. */
type Stranger = { path: Path; sentence: Sentence };
type Agreement = {
  /** Codes of the parties; null if others may join, so that any may be named. */
  parties: string[] | null;
  /** The agreement's own reference and titles. */
  names: string[];
};

/**
 * Faults that show only beside the agreement: a condition that names a party which cannot become one, more consents
 * than there are parties, or an entry into force that waits for itself.
 */
export function entryStrangers(clause: EntryConditions, agreement: Agreement): Stranger[] {
  const { when, notBefore, provisional } = clause;
  return [
    ...within(when, ["when"], agreement),
    ...(notBefore ?? []).flatMap((day, index) => outside(day, ["notBefore", index], agreement)),
    ...(provisional ? within(provisional.when, ["provisional", "when"], agreement) : []),
  ];
}

function within(condition: Condition, path: Path, agreement: Agreement): Stranger[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap((one, index) => within(one, [...path, "of", index], agreement));
    case "date":
    case "instrument":
      return outside(condition, path, agreement);
    case "parties":
      return strangers(condition.parties, [...path, "parties"], agreement);
    case "quantity":
      return [];
    default: {
      const { needed, among } = condition;
      if (among) return strangers(among, [...path, "among"], agreement);
      const total = agreement.parties?.length ?? Number.POSITIVE_INFINITY;
      if (typeof needed !== "number" || needed <= total) return [];
      return [
        {
          path: [...path, "needed"],
          sentence: { key: "entry-too-many", values: { needed, count: total } },
        },
      ];
    }
  }
}

function strangers(codes: string[], path: Path, { parties }: Agreement): Stranger[] {
  return codes.flatMap((code, index) =>
    parties === null || parties.includes(code)
      ? []
      : [
          {
            path: [...path, index],
            sentence: { key: "entry-stranger", values: { party: { party: code } } },
          },
        ],
  );
}

function outside(day: OutsideDay, path: Path, { names }: Agreement): Stranger[] {
  if (day.kind !== "instrument") return [];
  const own = names.some((name) => plain(name) === plain(day.name));
  return own ? [{ path: [...path, "name"], sentence: { key: "entry-itself" } }] : [];
}

function plain(name: string): string {
  return name.normalize("NFKC").replaceAll(/\s+/g, " ").trim().toLowerCase();
}

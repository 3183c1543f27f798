import { describe, expect, test } from "vitest";
import { inWords } from "#src/text/checks/sentence.ts";
import { entryShape } from "#src/text/entry-shape.ts";
import { entryStrangers } from "#src/text/entry-strangers.ts";
import type { Condition, EntryConditions, SingleCondition } from "#workflows/entry-conditions.ts";

const clause = (when: Condition, more: Partial<EntryConditions> = {}): EntryConditions => ({
  form: "conditions",
  when,
  delay: { unit: "days", count: 30 },
  ...more,
});

/** The pointers and sentences of a refusal. */
function faults(given: unknown): string[] {
  const read = entryShape.safeParse(given);
  return (read.error?.issues ?? []).map(({ path, message }) => `/${path.join("/")} ${message}`);
}

const two: SingleCondition = { kind: "consents", needed: 2 };

test("the simple forms are read as they were", () => {
  for (const given of [
    { form: "last-signature" },
    { form: "fixed-date", date: "2027-06-01" },
    { form: "last-notification" },
    { form: "after-last-notification", days: 30 },
    { form: "nth-deposit", deposits: 2, days: 30 },
    { form: "month-after-nth-consent", consents: 2, months: 3 },
    { form: "all-consented" },
  ]) {
    expect(entryShape.parse(given)).toEqual(given);
  }
});

test("conditions are read with all that they may have", () => {
  const given = clause(
    {
      kind: "all",
      of: [
        { kind: "any", of: [two, { kind: "parties", parties: ["KZ", "AE"] }] },
        { kind: "notifications", needed: "two-thirds", among: ["KZ", "AE", "KR"] },
        { kind: "quantity", what: "emissions", shares: { KZ: 40, AE: 17.4 }, atLeast: 55 },
        { kind: "date", date: "2027-01-01" },
      ],
    },
    {
      later: { unit: "months", count: 3, counting: "full-month" },
      date: "2028-01-01",
      notBefore: [{ kind: "instrument", name: "The Charter", on: "2027-06-01" }],
      effectFrom: "2026-01-01",
      notCounted: [{ party: "EU", reason: "regional-organisation" }],
      provisional: { when: { kind: "signatures", needed: 2 }, delay: { unit: "days", count: 0 } },
    },
  );
  expect(entryShape.parse(given)).toEqual(given);
});

describe("conditions that can never be met are refused with their place and the reason", () => {
  test.each<[string, unknown, string[]]>([
    ["an empty group", clause({ kind: "all", of: [] }), ["/when/of "]],
    [
      "more than the group has",
      clause({ kind: "consents", needed: 3, among: ["KZ", "AE"] }),
      ["/when/needed asks for 3 of 2 parties that are counted"],
    ],
    [
      "more than are counted",
      clause(
        { kind: "consents", needed: 2, among: ["KZ", "EU"] },
        { notCounted: [{ party: "EU", reason: "regional-organisation" }] },
      ),
      ["/when/needed asks for 2 of 1 parties that are counted"],
    ],
    [
      "a named party that is not counted",
      clause(
        { kind: "all", of: [two, { kind: "parties", parties: ["KZ", "EU"] }] },
        { notCounted: [{ party: "EU", reason: "by-the-text" }] },
      ),
      ["/when/of/1/parties/1 is needed and is not counted: it can never be met"],
    ],
    [
      "a party named twice",
      clause({ kind: "parties", parties: ["KZ", "AE", "KZ"] }),
      ["/when/parties/2 is named twice"],
    ],
    [
      "more than all shares",
      clause({ kind: "quantity", what: "tonnage", shares: { KZ: 0.1, AE: 0.2 }, atLeast: 0.4 }),
      ["/when/atLeast is more than all shares together, which are 0.3"],
    ],
    [
      "a way without consent",
      clause({ kind: "any", of: [two, { kind: "date", date: "2027-01-01" }] }),
      ["/when can be met without the consent of any party"],
    ],
    [
      "provisional application without consent",
      clause(two, {
        provisional: {
          when: { kind: "date", date: "2027-01-01" },
          delay: { unit: "days", count: 0 },
        },
      }),
      ["/provisional/when can be met without the consent of any party"],
    ],
    [
      "a named day before which it cannot enter into force",
      clause(two, { date: "2027-01-01", notBefore: [{ kind: "date", date: "2027-02-01" }] }),
      ["/notBefore/0/date is after the day that `date` names"],
    ],
  ])("%s", (_, given, told) => {
    const found = faults(given);
    expect(found).toHaveLength(told.length);
    for (const [index, one] of told.entries()) expect(found[index]).toContain(one);
  });

  test("groups in groups in groups, and more than twenty conditions", () => {
    const deep = (levels: number): object =>
      levels === 0 ? two : { kind: "all", of: [deep(levels - 1)] };
    expect(faults({ ...clause(two), when: deep(2) })).toEqual([]);
    expect(faults({ ...clause(two), when: deep(3) })).not.toEqual([]);
    const wide = (count: number): Condition => ({
      kind: "all",
      of: Array.from({ length: count }, () => two),
    });
    expect(faults(clause(wide(20)))).toEqual([]);
    expect(faults(clause(wide(21)))).not.toEqual([]);
  });

  test("days that do not exist, and counts without end", () => {
    expect(faults(clause(two, { date: "2027-02-30" }))).not.toEqual([]);
    expect(faults(clause(two, { delay: { unit: "days", count: -1 } }))).not.toEqual([]);
    expect(faults(clause(two, { delay: { unit: "month-starts", count: 0 } }))).not.toEqual([]);
    expect(faults(clause({ kind: "consents", needed: 0 }))).not.toEqual([]);
  });
});

describe("beside the agreement", () => {
  const agreement = { parties: ["KZ", "AE"], names: ["AGR-1", "Agreement on Water"] };
  const told = (given: EntryConditions, open = false) =>
    entryStrangers(given, { ...agreement, parties: open ? null : agreement.parties }).map(
      ({ path, sentence }) => `/${path.join("/")} ${inWords(sentence, "en")}`,
    );

  test("a party that is none, and more than there are, unless others may join", () => {
    const named = clause({ kind: "parties", parties: ["KZ", "US"] });
    expect(told(named)).toEqual([
      "/when/parties/1 The entry into force names the United States of America, which is not a party, and nobody may accede.",
    ]);
    expect(told(named, true)).toEqual([]);
    const three = clause({ kind: "all", of: [{ kind: "consents", needed: 3 }] });
    expect(told(three)).toEqual([
      "/when/of/0/needed The entry into force asks for 3 of 2 parties.",
    ]);
    expect(told(three, true)).toEqual([]);
  });

  test("an entry into force that waits for itself", () => {
    const tied = clause(two, {
      notBefore: [{ kind: "instrument", name: "  agreement on  WATER " }],
    });
    expect(told(tied)).toEqual([
      "/notBefore/0/name The entry into force waits for the agreement itself.",
    ]);
    const other = clause({ kind: "all", of: [two, { kind: "instrument", name: "The Charter" }] });
    expect(told(other)).toEqual([]);
  });
});

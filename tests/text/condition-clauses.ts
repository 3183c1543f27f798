import type {
  Condition,
  Delay,
  EntryConditions,
  OutsideDay,
  SingleCondition,
} from "#workflows/entry-conditions.ts";

const delays: Delay[] = [
  { unit: "days", count: 0 },
  ...(["days", "months"] as const).flatMap((unit): Delay[] => [
    { unit, count: 3 },
    { unit, count: 3, counting: "day-after" },
    { unit, count: 3, counting: "full-month" },
  ]),
  { unit: "month-starts", count: 2 },
];
const quantities = ["emissions", "tonnage", "contributions", "votes", "trade", "quantity"] as const;
const singles: SingleCondition[] = [
  ...(["consents", "notifications", "signatures"] as const).flatMap((kind): SingleCondition[] => [
    { kind, needed: 2 },
    { kind, needed: 1, among: ["KZ", "KR"] },
    { kind, needed: "all" },
    { kind, needed: "majority" },
    { kind, needed: "two-thirds", among: ["KZ", "AE", "KR"] },
  ]),
  { kind: "parties", parties: ["KZ", "AE"] },
  ...quantities.map((what): SingleCondition => {
    return { kind: "quantity", what, shares: { KZ: 30.5, AE: 40, KR: 29.5 }, atLeast: 55.5 };
  }),
];
const outside: OutsideDay[] = [
  { kind: "date", date: "2027-04-01" },
  { kind: "instrument", name: "The Charter", on: "2027-02-01" },
  { kind: "instrument", name: "The Charter" },
];

const clause = (when: Condition, more: Partial<EntryConditions> = {}): EntryConditions => ({
  form: "conditions",
  when,
  delay: { unit: "days", count: 30 },
  ...more,
});

/** Clauses that between them lead to every sentence about conditions. */
export const conditions: EntryConditions[] = [
  ...singles.map((when) => clause(when)),
  ...delays.map((delay) => clause({ kind: "consents", needed: 1 }, { delay, later: delay })),
  ...outside.flatMap((day) => [
    clause({ kind: "all", of: [{ kind: "consents", needed: 1 }, day] }),
    clause({ kind: "consents", needed: 1 }, { notBefore: [day] }),
  ]),
  clause({ kind: "any", of: singles.slice(0, 5) }),
  clause({ kind: "all", of: [{ kind: "all", of: singles.slice(0, 2) }] }),
  clause({ kind: "consents", needed: 2 }, { date: "2027-05-01", effectFrom: "2026-01-01" }),
  clause(
    { kind: "consents", needed: 3 },
    { provisional: { when: { kind: "consents", needed: 1 }, delay: { unit: "days", count: 0 } } },
  ),
  clause(
    { kind: "consents", needed: 1 },
    {
      notCounted: [
        { party: "KR", reason: "regional-organisation" },
        { party: "AE", reason: "by-the-text" },
      ],
    },
  ),
];

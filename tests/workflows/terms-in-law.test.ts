import { describe, expect, test } from "vitest";
import type { Act } from "#workflows/acts.ts";
import { type ConditionName, failing } from "#workflows/conditions.ts";
import type { EntryConditions } from "#workflows/entry-conditions.ts";
import { type Facts, noFacts } from "#workflows/facts.ts";
import { firstDay } from "#workflows/first-day.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";

const on = "2027-06-01";
const facts = (terms: Partial<Terms>, change: Partial<Facts> = {}): Facts => ({
  ...noFacts,
  parties: ["KZ", "KR", "AE"],
  standing: { KZ: "party", KR: "party", AE: "party" },
  entry: { instrument: "2027-01-01", parties: { KR: "2027-01-01" } },
  terms: { ...ordinaryTerms, ...terms },
  ...change,
});
const holds = (condition: ConditionName, record: Facts, act: object) =>
  failing([condition], record, { by: "officer", ...act } as Act).length === 0;

describe("a reservation to an article", () => {
  const reserving = (rules: Terms["reservationRules"], articles: number[]) =>
    holds("articles-may-be-reserved", facts({ reservationRules: rules }), {
      type: "sign",
      reserves: true,
      reservesTo: articles,
    });

  test.each<[string, Terms["reservationRules"], number[], boolean]>([
    ["is permitted where the text has no rule", undefined, [2], true],
    ["is permitted to an article that is not excepted", { except: [2] }, [3], true],
    ["is not permitted to an excepted article (VCLT 19(a))", { except: [2] }, [3, 2], false],
    ["to the whole text would be one to the excepted article", { except: [2] }, [], false],
    ["is permitted to an article of the closed list (VCLT 19(b))", { only: [5, 6] }, [6], true],
    ["is not permitted outside the closed list", { only: [5, 6] }, [6, 7], false],
    ["to the whole text is outside a closed list", { only: [5, 6] }, [], false],
  ])("%s", (_, rules, articles, permitted) => {
    expect(reserving(rules, articles)).toBe(permitted);
  });

  test("does not concern a declaration", () => {
    const record = facts({ reservationRules: { only: [5] } });
    expect(holds("articles-may-be-reserved", record, { type: "sign", reserves: false })).toBe(true);
  });
});

const everyone = { kind: "notifications", needed: "all" } as const;
const waitingFor = (when: EntryConditions["when"]): Terms["entry"] => ({
  form: "conditions",
  when,
  delay: { unit: "days", count: 30 },
});

describe("a quorum of signatures", () => {
  const opened = (entry: Terms["entry"], quorum: number | null) =>
    holds("quorum-can-enter-into-force", facts({ entry }), {
      type: "open-signing",
      plan: { closesAt: null, groups: [], quorum },
    });

  test.each<[Terms["entry"], number | null, boolean]>([
    [{ form: "last-signature" }, 2, false],
    [{ form: "last-signature" }, 3, true],
    [{ form: "last-signature" }, null, true],
    [{ form: "after-last-notification", days: 30 }, 2, false],
    [{ form: "all-consented" }, 2, false],
    [{ form: "nth-deposit", deposits: 2, days: 30 }, 2, true],
    [waitingFor({ kind: "consents", needed: "all" }), 2, false],
    [waitingFor({ kind: "consents", needed: 2 }), 2, true],
    [waitingFor({ kind: "any", of: [everyone, { kind: "consents", needed: 2 }] }), 2, true],
    [waitingFor({ kind: "all", of: [everyone, { kind: "consents", needed: 2 }] }), 2, false],
    [{ form: "fixed-date", date: "2028-01-01" }, 2, true],
  ])("with %o and %s of three: %s", (entry, quorum, possible) => {
    expect(opened(entry, quorum)).toBe(possible);
  });
});

describe("the end", () => {
  test.each([
    ["two of two parties", null, 2, false],
    ["one of two parties", null, 1, true],
    ["three where the text wants four (VCLT 55)", 4, 3, true],
    ["four where the text wants four", 4, 4, false],
  ] as const)("comes for too few: %s", (_, minimumParties, remain, ends) => {
    const standing = Object.fromEntries(
      ["KZ", "KR", "AE", "US"].slice(0, remain).map((code) => [code, "party"]),
    );
    const act = { type: "end-participation", party: "EE", on };
    expect(holds("too-few-remain", facts({ minimumParties }, { standing }), act)).toBe(ends);
  });

  test("is not put off where the text provides for no renewal", () => {
    const duration = { years: 5, renewal: "none" } as const;
    const record = facts({ duration }, { expiresOn: "2032-01-01" });
    const act = { type: "renew", until: "2037-01-01" };
    expect(holds("renewal-is-foreseen", record, act)).toBe(false);
    const other = facts({ duration: { ...duration, renewal: "by-decision" } });
    expect(holds("renewal-is-foreseen", { ...other, expiresOn: "2032-01-01" }, act)).toBe(true);
  });

  test("of a further period comes after its own years", () => {
    const duration = { years: 5, renewal: "automatic", periodYears: 2 } as const;
    const record = facts({ duration }, { expiresOn: "2032-01-01" });
    const renewed = (until: string) =>
      holds("renewed-for-one-period", record, { type: "renew", until });
    expect([renewed("2034-01-01"), renewed("2037-01-01")]).toEqual([true, false]);
  });
});

describe("a withdrawal", () => {
  const notice = { type: "give-notice", by: "officer", party: "KR", on } as const;

  test.each<[Terms["withdrawal"], boolean]>([
    ["none", false],
    ["silent", true],
    [{ days: 30 }, true],
  ])("with %o is possible: %s", (withdrawal, possible) => {
    expect(holds("withdrawal-is-foreseen", facts({ withdrawal }), notice)).toBe(possible);
  });

  test("is possible for a party from its own entry into force, and the years that the text sets", () => {
    expect(firstDay(facts({ withdrawal: { days: 30 } }), notice)).toBe("2027-01-01");
    expect(firstDay(facts({ withdrawal: { days: 30, notBeforeYears: 2 } }), notice)).toBe(
      "2029-01-01",
    );
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { trials } from "#tests/support/length.ts";
import { stageName } from "#workflows/step.ts";
import { begin, take, type World, walk } from "./world.ts";

const runs = { numRuns: trials({ short: 1500, long: 50_000 }) };
const reached = (world: World, name: string) => stageName(world.stage) === name;

test("nothing is published unsealed, and sealed is what two or more signed and the others declined", () => {
  let published = 0;
  fc.assert(
    fc.property(walk, (world) => {
      if (!reached(world, "publish")) return;
      published++;
      const { parties, signedBy, standing } = world.facts;
      const declined = parties.filter((party) => standing[party] === "declined");
      expect(new Set([...signedBy, ...declined])).toEqual(new Set(parties));
      expect(signedBy.length).toBeGreaterThanOrEqual(2);
      expect(world.past.filter(({ act }) => act.type === "report-sealed")).toHaveLength(1);
    }),
    runs,
  );
  expect(published).toBeGreaterThan(10);
});

test("a text that is signed was approved by every party, certified, and authenticated by two", () => {
  let signing = 0;
  fc.assert(
    fc.property(walk, ({ stage, facts }) => {
      if (!stageName(stage).startsWith("sign.")) return;
      signing++;
      expect(new Set(facts.approvedBy)).toEqual(new Set(facts.parties));
      if (facts.languages.length > 1) {
        expect(new Set(facts.certified)).toEqual(new Set(facts.languages));
      }
      expect(new Set(facts.authenticatedBy).size).toBe(2);
    }),
    runs,
  );
  expect(signing).toBeGreaterThan(10);
});

test("a frozen text changes only after the agreement has returned to negotiation", () => {
  fc.assert(
    fc.property(walk, ({ past }) => {
      let frozen = false;
      for (const { act, stage } of past) {
        if (act.type === "revise-text") expect(frozen).toBe(false);
        frozen = stage.startsWith("sign.") || stage === "publish";
      }
    }),
    runs,
  );
});

test("each party signs a version once, by its signatory, and what was shown", () => {
  fc.assert(
    fc.property(walk, ({ past }) => {
      let signed = new Set<string>();
      for (const { act } of past) {
        if (act.type === "revise-text") signed = new Set();
        if (act.type !== "sign") continue;
        expect(signed.has(act.party)).toBe(false);
        expect(act.by).toBe(`${act.party}-signatory`);
        expect(act.original).not.toBe("original-other");
        signed.add(act.party);
      }
    }),
    runs,
  );
});

test("a withdrawn agreement is at its end, and no consent stands that its party has not given back", () => {
  let withdrawn = 0;
  fc.assert(
    fc.property(walk, (world) => {
      if (!reached(world, "withdrawn")) return;
      withdrawn++;
      expect(world.past.at(-1)?.act.type).toBe("withdraw");
      expect(world.facts.agreedToWithdrawal).toEqual(expect.arrayContaining(world.facts.signedBy));
      expect(new Set(world.facts.withdrawnBy).size).toBe(2);
      expect(world.past.map(({ stage }) => stage)).not.toContain("sign.sealing");
    }),
    runs,
  );
  expect(withdrawn).toBeGreaterThan(5);
});

test("replaying the acts of any walk gives its stage", () => {
  fc.assert(
    fc.property(walk, ({ past, stage, facts }) => {
      let replayed = begin(facts.parties, facts.languages);
      for (const { act } of past) replayed = take(replayed, act);
      expect(replayed.stage).toEqual(stage);
    }),
    runs,
  );
});

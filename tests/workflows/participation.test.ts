import fc from "fast-check";
import { expect, test } from "vitest";
import { trials } from "#tests/support/length.ts";
import type { Act } from "#workflows/acts.ts";
import { stageName } from "#workflows/step.ts";
import { actsOf, open, treatyTerms, treatyWalk } from "./treaty.ts";
import { begin, take, type World } from "./world.ts";

const runs = { numRuns: trials({ short: 150, long: 20_000 }) };
const consented = ["signedDefinitive", "contracting", "party", "noticeRunning", "ended"];

function has(world: World, party: string, type: Act["type"]): boolean {
  return world.past.some(({ act }) => act.type === type && "party" in act && act.party === party);
}

test("no party is bound without an act of consent, and none without authority or its confirmation", () => {
  let bound = 0;
  fc.assert(
    fc.property(treatyWalk, (world) => {
      for (const [party, standing] of Object.entries(world.facts.standing)) {
        if (!consented.includes(standing)) continue;
        bound++;
        expect(has(world, party, "sign") || has(world, party, "accede")).toBe(true);
        const verified = world.past.filter(
          ({ act }) => act.type === "verify-credentials" && act.party === party,
        );
        expect(verified.length >= 2 || has(world, party, "confirm")).toBe(true);
      }
    }),
    runs,
  );
  expect(bound).toBeGreaterThan(50);
});

test("credentials that verify were looked into by two people, neither of whom presented them", () => {
  fc.assert(
    fc.property(treatyWalk, ({ facts }) => {
      for (const { verifiedBy, presentedBy } of facts.credentials) {
        expect(new Set(verifiedBy).size).toBe(verifiedBy.length);
        expect(verifiedBy).not.toContain(presentedBy);
        expect(verifiedBy.length).toBeLessThanOrEqual(2);
      }
    }),
    runs,
  );
});

test("an organisation is never exempt, and a signature without authority is never counted", () => {
  let quarantined = 0;
  fc.assert(
    fc.property(treatyWalk, ({ facts, stage, past }) => {
      expect(facts.standing.HUB).not.toBe("credentials.exempt");
      const unauthorised = Object.values(facts.standing).includes("unauthorised");
      if (unauthorised) quarantined++;
      const sealed = past.some(({ act }) => act.type === "report-sealed");
      if (unauthorised) expect(sealed || stageName(stage) === "sign.sealing").toBe(false);
    }),
    runs,
  );
  expect(quarantined).toBeGreaterThan(5);
});

test("who is party to an instrument in force has its day on record, and it has come", () => {
  let inForce = 0;
  fc.assert(
    fc.property(treatyWalk, ({ facts, past }) => {
      const last = past.flatMap(({ act }) => ("on" in act ? act.on : [])).at(-1) ?? "";
      for (const [party, standing] of Object.entries(facts.standing)) {
        if (!["party", "noticeRunning"].includes(standing)) continue;
        inForce++;
        expect(facts.entry.parties[party]! <= last).toBe(true);
      }
    }),
    runs,
  );
  expect(inForce).toBeGreaterThan(5);
});

test("a return voids every signature and keeps the authority that was verified", () => {
  let returned = 0;
  fc.assert(
    fc.property(treatyWalk, ({ stage, facts }) => {
      if (stageName(stage) !== "review.reconciling") return;
      returned++;
      for (const [party, standing] of Object.entries(facts.standing)) {
        expect(standing).toMatch(/^(invited|declined|credentials\..*)$/);
        const verified = facts.credentials.some(
          (one) =>
            one.party === party &&
            one.kind === "full-powers" &&
            !one.void &&
            one.verifiedBy.length === 2,
        );
        if (verified && standing !== "declined") {
          expect(standing).toMatch(/verified|exempt/);
        }
      }
    }),
    runs,
  );
  expect(returned).toBeGreaterThan(5);
});

test("replaying the acts gives where every party stands", () => {
  fc.assert(
    fc.property(treatyWalk, (world) => {
      let replayed = begin(world.facts.parties, ["en"], treatyTerms);
      for (const { act } of world.past) replayed = take(replayed, act);
      expect(replayed.facts.standing).toEqual(world.facts.standing);
      expect(replayed.stage).toEqual(world.stage);
    }),
    runs,
  );
});

test("what a service has reported once it may report again, and nothing happens", () => {
  fc.assert(
    fc.property(treatyWalk, (world) => {
      for (const { act } of world.past.filter(({ act }) => act.by === "service")) {
        const again = take(world, act);
        if (act.type === "enter-into-force") {
          expect(again.facts.standing).toEqual(world.facts.standing);
          continue;
        }
        expect(again).toBe(act.type === "report-seal-failed" ? again : world);
      }
    }),
    runs,
  );
});

const find = (world: World, party: string, type: Act["type"]) =>
  actsOf(world, party, "secretary-1", "ad-referendum").find((act) => act.type === type)!;

test("a signature without authority waits for the State; confirmed it is what it was meant to be", () => {
  let world = open(["KZ", "AE"]);
  world = take(world, find(world, "KZ", "clear-signature"));
  world = take(world, find(world, "KZ", "sign"));
  expect(world.facts.standing.KZ).toBe("unauthorised");
  world = take(world, find(world, "KZ", "confirm"));
  expect(world.facts.standing.KZ).toBe("signedAdReferendum");
  world = take(world, find(world, "KZ", "confirm"));
  expect(world.facts.standing.KZ).toBe("signedDefinitive");
});

test("an authority that was taken back in the middle of signing signs no more", () => {
  let world = open(["KZ", "AE"]);
  world = take(world, find(world, "KZ", "present-credentials"));
  for (const by of ["secretary-1", "secretary-2"]) {
    world = take(world, { ...find(world, "KZ", "verify-credentials"), by });
  }
  expect(world.facts.standing.KZ).toBe("credentials.verified");
  world = take(world, find(world, "KZ", "clear-signature"));
  world = take(world, find(world, "KZ", "revoke-credentials"));
  expect(take(world, find(world, "KZ", "sign"))).toBe(world);
});

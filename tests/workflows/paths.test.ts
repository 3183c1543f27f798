import { expect, test } from "vitest";
import { fromTransition } from "xstate";
import { adjacencyMapToArray, getAdjacencyMap } from "xstate/graph";
import { trials } from "#tests/support/length.ts";
import type { Act } from "#workflows/acts.ts";
import { stageName } from "#workflows/step.ts";
import { actsOf, open, treatyTerms } from "./treaty.ts";
import { begin, take, type World } from "./world.ts";

const depth = { text: trials({ short: 8, long: 12 }), treaty: trials({ short: 4, long: 5 }) };

/** Every act that the people of two parties and the office could send about what is on record. */
function textActs({ facts }: World): Act[] {
  const { digest } = facts;
  const original = `original of ${digest}`;
  const signature = {
    original,
    at: "2026-11-23T12:00:00.000Z",
    on: "2026-11-23",
    as: "definitive",
    binding: false,
    reserves: false,
  } as const;
  const officers = ["officer-1", "officer-2"].flatMap((by): Act[] => [
    { type: "submit", by },
    { type: "revise-text", by, languages: ["en"] },
    { type: "authenticate", by, digest },
    { type: "open-signing", by, plan: { closesAt: null, groups: [], quorum: null } },
    { type: "withdraw", by, reason: "" },
    { type: "publish", by },
  ]);
  const parties = facts.parties.flatMap((party): Act[] => [
    { type: "approve", by: party, party, digest },
    { type: "request-changes", by: party, party, reason: "" },
    { type: "decline", by: party, party, reason: "" },
    { type: "sign", by: `${party}-signatory`, party, ...signature },
    { type: "agree-to-withdrawal", by: party, party },
  ]);
  const service: Act[] = [
    { type: "report-typeset", by: "service", original },
    { type: "report-sealed", by: "service", original },
    { type: "report-seal-failed", by: "service", reason: "" },
  ];
  return [...officers, ...parties, ...service];
}

function treatyActs(world: World): Act[] {
  return world.facts.parties.flatMap((party) =>
    ["secretary-1", "secretary-2"].flatMap((by) =>
      actsOf(world, party, by, "subject-to-ratification", "2027-06-30"),
    ),
  );
}

/** Every legal step from a world that is at most `deep` acts away: worlds with the same record are one. */
function steps(from: World, acts: (world: World) => Act[], deep: number) {
  const logic = fromTransition((world: World, act: Act) => take(world, act), from);
  const seen = (world: World) => JSON.stringify([world.stage, world.facts, world.past.length]);
  const map = getAdjacencyMap(logic, {
    events: ({ context }) => acts(context).filter((act) => take(context, act) !== context),
    serializeState: ({ context }) => seen(context),
    stopWhen: ({ context }) => context.past.length - from.past.length >= deep,
    limit: 5_000_000,
  });
  return adjacencyMapToArray(map).map(({ state, event, nextState }) => ({
    before: state.context,
    act: event,
    after: nextState.context,
  }));
}

/** How many ways there are, each a sequence of legal acts. */
function ways(made: { before: World; after: World }[], from: World): number {
  const key = ({ stage, facts, past }: World) => JSON.stringify([stage, facts, past.length]);
  const counts = new Map([[key(from), 1]]);
  const sorted = [...made].sort((a, b) => a.before.past.length - b.before.past.length);
  for (const { before, after } of sorted) {
    counts.set(key(after), (counts.get(key(after)) ?? 0) + (counts.get(key(before)) ?? 0));
  }
  return [...counts.values()].reduce((sum, count) => sum + count, 0) - 1;
}

test(`every legal path of a text up to ${depth.text} acts keeps the order of a treaty office`, () => {
  const from = begin(["KZ", "AE"], ["en"]);
  const made = steps(from, textActs, depth.text);
  for (const { before, act, after } of made) {
    const [was, is] = [stageName(before.stage), stageName(after.stage)];
    if (is === "review.settled") expect(new Set(after.facts.approvedBy).size).toBe(2);
    if (was === "review.settled" && is === "sign.authenticated") {
      expect(new Set(after.facts.authenticatedBy).size).toBe(2);
    }
    if (act.type === "revise-text") expect(was).toMatch(/^(draft|review)\./);
    if (is === "sign.sealing") expect(new Set(after.facts.signedBy).size).toBe(2);
    if (is === "publish") expect(["sign.sealing", "publish"]).toContain(was);
    if (is === "withdrawn") expect(was).not.toBe("sign.sealing");
  }
  expect(ways(made, from)).toBeGreaterThan(10_000);
});

test(`every legal path of two parties up to ${depth.treaty} acts after the opening keeps authority and consent apart`, () => {
  const from = open(["KZ", "HUB"], { ...treatyTerms, clearance: false });
  const made = steps(from, treatyActs, depth.treaty);
  for (const { before, act, after } of made) {
    if (act.type !== "sign") continue;
    const standing = after.facts.standing[act.party];
    const verified = before.facts.credentials.some(
      (one) => one.party === act.party && !one.void && one.verifiedBy.length === 2,
    );
    if (stageName(after.stage).startsWith("sign.")) {
      expect(standing).toBe(verified ? "signedSubjectToRatification" : "unauthorised");
    }
  }
  expect(ways(made, from)).toBeGreaterThan(10_000);
});

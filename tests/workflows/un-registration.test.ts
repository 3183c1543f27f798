import { expect, test } from "vitest";
import { noFacts } from "#workflows/facts.ts";
import type { PartyKind } from "#workflows/party-kinds.ts";
import { noRegistration } from "#workflows/registration-record.ts";
import { basisOf, routeOf } from "#workflows/un-registration.ts";

type Parties = Record<string, PartyKind>;

const between = (
  kinds: Parties,
  more: { behind?: Record<string, string>; un?: string[]; said?: Record<string, boolean> } = {},
) => ({
  ...noFacts,
  parties: Object.keys(kinds),
  kinds,
  behind: more.behind ?? {},
  registration: { ...noRegistration, unSystem: more.un ?? [], unMembers: more.said ?? {} },
});

test("one Member of the United Nations is enough to register, also through its ministry", () => {
  expect(routeOf(between({ KZ: "state", HUB: "organization" }))).toBe("registration");
  const behind = { "KZ-ACSA": "KZ" };
  expect(routeOf(between({ "KZ-ACSA": "agency", HUB: "organization" }, { behind }))).toBe(
    "registration",
  );
});

test("without a Member only agreements of the United Nations system are filed and recorded", () => {
  const both: Parties = { HUB: "organization", UNDP: "organization" };
  expect(routeOf(between(both, { un: ["UNDP"] }))).toBe("filing");
  expect(routeOf(between(both))).toBe("none");
  expect(routeOf(between({ VA: "state", HUB: "organization" }))).toBe("none");
});

test("what the office says about a State comes before what its code says", () => {
  const kinds: Parties = { VA: "state", "XK-MIN": "ministry", HUB: "organization" };
  expect(routeOf(between(kinds, { said: { VA: true } }))).toBe("registration");
  expect(routeOf(between({ KZ: "state", HUB: "organization" }, { said: { KZ: false } }))).toBe(
    "none",
  );
  const behind = { "XK-MIN": "XK" };
  expect(routeOf(between(kinds, { behind }))).toBe("none");
  expect(routeOf(between(kinds, { behind, said: { XK: true } }))).toBe("registration");
});

test("it is sent as in force, or as applied provisionally, each between two at least", () => {
  const facts = between({ KZ: "state", KR: "state" });
  expect(basisOf(facts)).toBeNull();
  expect(basisOf({ ...facts, provisionalBy: ["KZ"] })).toBeNull();
  expect(basisOf({ ...facts, provisionalBy: ["KZ", "KR"] })).toBe("provisional");
  const standing = { KZ: "party", KR: "noticeRunning" };
  expect(basisOf({ ...facts, standing, provisionalBy: ["KZ", "KR"] })).toBe("in-force");
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOf } from "#tests/support/problem.ts";
import { concludes, entersIntoForce } from "./concludes.ts";
import {
  drafts,
  type Hall,
  openHall,
  proposes,
  refused,
  standings,
  takes,
  waits,
  withdraws,
} from "./hall.ts";

/** A later agreement ends an earlier one only between all its parties (VCLT article 59). */
let hall: Hall;
let first = "";
let earlier = "";
let partial = "";
let pending = "";
let later = "";
const memorandum = {
  variables: { place: "Seoul", duration_years: 5 },
  languages: ["en"],
  title: { en: "Arrangement on Training" },
  as: "definitive",
};
const said = {
  ground: "intention",
  reason: "Both govern the training of civil servants.",
  reference: "Article 9 of the later text",
};
const concluding = (more: object = {}) =>
  concludes(hall, "memorandum-of-understanding", { ...memorandum, ...more });
const legal = async (id: string) => (await hall.view(id)).publish.legal;
const naming = (successor: string, more: object = {}) => ({ ...said, successor, ...more });

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
  first = await concluding();
  await entersIntoForce(hall, first, "2027-01-11T10:00:00+05:00");
  await hall.at("2027-01-12T09:00:00+05:00");
  earlier = await concluding();
  await entersIntoForce(hall, earlier, "2027-01-12T10:00:00+05:00");
  await hall.at("2027-01-13T09:00:00+05:00");
  partial = await concluding({ parties: ["KZ", "AE"] });
  await entersIntoForce(hall, partial, "2027-01-13T10:00:00+05:00");
  pending = await concluding();
  await hall.at("2027-01-14T09:00:00+05:00");
  later = await concluding({
    parties: ["KZ", "KR", "AE"],
    terms: { withdrawal: { months: 0 } },
  });
  await entersIntoForce(hall, later, "2027-01-14T10:00:00+05:00");
  await hall.at("2027-01-20T09:00:00+05:00");
});
afterAll(() => hall.office.close());

test("an unrelated draft, a text not in force, an earlier one and itself end nothing", async () => {
  const draft = await drafts(hall, {
    template: "memorandum-of-understanding",
    title: { en: "Draft of others" },
    parties: [{ code: "US" }, { code: "EE" }],
    languages: ["en"],
    variables: { place: "Tallinn" },
  });
  const [officer] = hall.officers;
  const supersede = (successor: string) =>
    refused(officer, earlier, "supersession", naming(successor));
  expect(await supersede(draft)).toEqual([422, "successor-is-earlier"]);
  expect(await supersede(pending)).toEqual([409, "successor-not-in-force"]);
  expect(await supersede(first)).toEqual([422, "successor-is-earlier"]);
  expect(await supersede(earlier)).toEqual([422, "successor-is-itself"]);
  expect(await supersede("00000000-0000-4000-8000-00000000ffff")).toEqual([
    422,
    "successor-unknown",
  ]);
  expect(await legal(earlier)).toBe("inForce");
  expect(standings(await hall.status(earlier))).toEqual({ KZ: "party", KR: "party" });
});

test("where a party has not joined the later one the earlier stays, and the refusal names the party", async () => {
  const [officer] = hall.officers;
  const answer = await officer.act(earlier, "supersession", naming(partial), {
    "Accept-Language": "ru",
  });
  const problem = (await answer.json()) as { type: string; detail: string; parties: string[] };
  expect([answer.status, codeOf(problem), problem.parties]).toEqual([
    409,
    "successor-lacks-parties",
    ["KR"],
  ]);
  expect(problem.detail).toContain("Республика Корея");
  expect(problem.detail).not.toContain("{parties}");
  // As it takes part: its Government, under the name that the office has given.
  await hall.office.db
    .updateTable("agreement_parties")
    .set({ as_government: true })
    .where("agreement", "=", earlier)
    .where("party", "=", "KR")
    .execute();
  const english = await officer.act(earlier, "supersession", naming(partial));
  const told = (await english.json()) as { detail: string };
  expect(told.detail).toContain("the Government of the Republic of Korea");
  expect(told).not.toHaveProperty("names");
});

test("its day is not before the later one is in force for all, and not ahead", async () => {
  const [officer] = hall.officers;
  const on = (day: string) => refused(officer, earlier, "supersession", naming(later, { on: day }));
  expect((await on("2027-01-13"))[1]).toBe("act-impossible-then");
  expect((await on("2027-01-21"))[1]).toBe("day-not-come");
});

test("two officers record that the later one takes its place, having seen who is affected", async () => {
  const [officer, second] = hall.officers;
  const proposal = await proposes(officer, earlier, "supersession", naming(later));
  expect(await legal(earlier)).toBe("inForce");
  const [shown] = await waits(second, earlier);
  expect(shown?.consequence).toMatchObject({
    refusedBy: [],
    legal: "superseded",
    parties: [
      { party: "KZ", standing: "ended", endsOn: "2027-01-20" },
      { party: "KR", standing: "ended", endsOn: "2027-01-20" },
    ],
  });
  await takes(second, earlier, "proposal-confirmations", { proposal });
  expect(await legal(earlier)).toBe("superseded");
  expect(standings(await hall.status(earlier))).toEqual({ KZ: "ended", KR: "ended" });
});

test("it only suspends if so intended, and does not end once a party has left the later one", async () => {
  const [officer, second] = hall.officers;
  const suspending = naming(later, { effect: "suspension" });
  const wrong = { ...suspending, ground: "incompatibility" };
  expect((await refused(officer, first, "supersession", wrong))[1]).toBe("suspension-not-intended");
  const proposal = await proposes(officer, first, "supersession", suspending);
  expect((await waits(second, first))[0]?.consequence?.legal).toBe("suspended");
  await takes(second, first, "proposal-confirmations", { proposal });
  expect(await legal(first)).toBe("suspended");
  const ending = await proposes(officer, first, "supersession", naming(later));
  await withdraws(hall.of("KR"), later);
  await hall.at("2027-01-20T09:00:01+05:00");
  expect(standings(await hall.status(later)).KR).toBe("ended");
  const waiting = (await waits(second, first)).find(({ id }) => id === ending);
  const [refusal] = waiting?.consequence?.refusedBy ?? [];
  expect(refusal?.guard).toBe("every-party-joined-successor");
  expect(refusal?.detail).not.toContain("{parties}");
  expect(await refused(second, first, "proposal-confirmations", { proposal: ending })).toEqual([
    409,
    "successor-lacks-parties",
  ]);
  expect(await legal(first)).toBe("suspended");
});

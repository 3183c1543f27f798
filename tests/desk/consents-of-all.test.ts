import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes, entersIntoForce } from "../negotiation/concludes.ts";
import { type Hall, openHall, seconded, takes } from "../negotiation/hall.ts";

/** What all parties must agree to: once one has, the others are awaited, in their inbox and on their list. */
let hall: Hall;
let id = "";

beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
  id = await concludes(hall, "joint-research-arrangement", {
    variables: { place: "Astana", withdrawal_months: 6, duration_years: 1 },
    as: "definitive",
    terms: { entry: { form: "last-signature" }, consent: ["definitive"] },
  });
  await entersIntoForce(hall, id, "2027-02-01T09:00:00+05:00");
});
afterAll(() => hall.office.close());

const listed = async (party: string) =>
  (
    await hall
      .of(party)
      .get<{ items: { action: string; kind: string }[] }>(`/parties/${party}/actions`)
  ).items
    .filter(({ action }) => action.startsWith("agree-to"))
    .map(({ action, kind }) => `${kind} ${action}`);
const awaited = async (party: string) =>
  (await hall.of(party).get<{ items: { act: string }[] }>("/waiting")).items
    .map(({ act }) => act)
    .filter((act) => act.startsWith("agree-to"));

test("as long as nobody has agreed to an end, nobody is awaited", async () => {
  expect([await listed("KR"), await awaited("KR")]).toEqual([[], []]);
});

test("one has agreed to the suspension: the other is awaited, and that one is not", async () => {
  await takes(hall.of("KZ"), id, "consents-to-end", { to: "suspension" });
  expect([await listed("KR"), await awaited("KR")]).toEqual([
    ["todo agree-to-suspension"],
    ["agree-to-suspension"],
  ]);
  expect([await listed("KZ"), await awaited("KZ")]).toEqual([[], []]);
});

test("all have agreed: nobody is awaited, and the resumption begins the same way", async () => {
  await takes(hall.of("KR"), id, "consents-to-end", { to: "suspension" });
  expect([await listed("KR"), await awaited("KR")]).toEqual([[], []]);
  await seconded(hall.officers, id, "force", { to: "suspend", reason: "Elections." });
  await takes(hall.of("KR"), id, "consents-to-end", { to: "resumption" });
  expect([await listed("KZ"), await awaited("KZ")]).toEqual([
    ["todo agree-to-resumption"],
    ["agree-to-resumption"],
  ]);
});

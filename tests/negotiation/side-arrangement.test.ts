import { afterAll, beforeAll, expect, test } from "vitest";
import {
  approves,
  authenticates,
  both,
  designates,
  drafts,
  empowers,
  type Hall,
  openHall,
  signs,
  takes,
} from "./hall.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall("2028-09-30T00:00:00+05:00");
});
afterAll(() => hall.office.close());

test("two of the six make a side arrangement by the alternat: each signs first in its own original", async () => {
  const side = await drafts(hall, {
    template: "joint-research-arrangement",
    title: { en: "Joint Research Arrangement", ru: "Соглашение о совместных исследованиях" },
    parties: [{ code: "KZ" }, { code: "KR" }],
    languages: ["en", "ru"],
    variables: { place: "Seoul" },
    clauses: { consent: "definitive", "entry-into-force": "last-signature" },
  });
  await designates(hall, side, ["KZ", "KR"]);
  await takes(hall.officers[0], side, "submissions");
  await approves(hall, side, ["KZ", "KR"]);
  await authenticates(hall, side, ["en", "ru"]);
  await both(hall.officers, side, "signing", {});
  for (const party of ["KZ", "KR"]) {
    await empowers(hall, side, party);
    const clearance = { authority: "The Government", reference: `${party}/2028` };
    await takes(hall.of(party), side, "clearances", clearance);
    await signs(hall, side, party);
  }
  await hall.work();
  const { stage, originals } = await hall.view(side);
  expect([stage, originals.map(({ original }) => original)]).toEqual(["publish", ["KR", "KZ"]]);
  const sealed = await Promise.all(
    ["KZ", "KR"].map(async (party) => {
      const answer = await hall.of(party).send("GET", `/agreements/${side}/pdf`);
      return [party, answer.headers.get("ETag")?.replaceAll('"', "")];
    }),
  );
  expect(Object.fromEntries(sealed)).toEqual(
    Object.fromEntries(originals.map(({ original, sealed }) => [original, sealed])),
  );
});

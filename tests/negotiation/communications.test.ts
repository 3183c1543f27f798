import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import { concludes, entersIntoForce } from "./concludes.ts";
import { attaches, type Hall, openHall, refused, seconded, standings, takes } from "./hall.ts";

/** States communicate what they do not recognise, dispute or declare; it is circulated without judging (VCLT 77, 78). */
let hall: Hall;
let id = "";
beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
  id = await concludes(hall, "memorandum-of-understanding", {
    variables: { place: "Seoul", duration_years: 5 },
    languages: ["en"],
    title: { en: "Arrangement on Training" },
    as: "definitive",
    parties: ["KZ", "KR", "AE"],
  });
  await entersIntoForce(hall, id, "2027-01-11T10:00:00+05:00");
});
afterAll(() => hall.office.close());

const words = {
  kind: "non-recognition",
  concerning: "AE",
  subject: "Notification of 11 January 2027",
  language: "fr",
  text: "Le Gouvernement ne reconnaît pas cette communication.",
};
type Notified = { heading: Record<string, string>; paper: number | null };
type Stated = { act: string; on: string; said: Record<string, unknown> };
const said = { communication: "non-recognition", concerning: "AE", text: words.text };

test("it concerns another that takes part, and has words", async () => {
  const tried = async (more: object) =>
    (await refused(hall.of("KZ"), id, "communications", { ...words, ...more }))[1];
  expect(await tried({ concerning: "KZ" })).toBe("not-about-another");
  expect(await tried({ concerning: "US" })).toBe("not-about-another");
  expect(await tried({ text: "" })).toBe("malformed-request");
  expect(await tried({ kind: "late-objection" })).toBe("malformed-request");
});

test("a party's own words are circulated under a number, and change nothing", async () => {
  await takes(hall.of("KZ"), id, "communications", words);
  await hall.work();
  expect(
    hall.sent.some(({ text }) => text.includes("circulates it as received and takes no position")),
  ).toBe(true);
  const { items } = await hall.officers[0].get<{ items: Notified[] }>(
    `/agreements/${id}/notifications`,
  );
  const told = items.find(({ heading }) => heading.en?.endsWith("Communication"));
  const answer = await hall.archivist.send("GET", `/agreements/${id}/papers/${told?.paper}`);
  const printed = (await textOf(new Uint8Array(await answer.arrayBuffer()))).replaceAll(
    /\s+/g,
    " ",
  );
  expect(printed).toContain(words.text);
  expect(printed).toContain("The communication concerns the United Arab Emirates.");
  expect(printed).toContain("takes no position on it");
  expect(standings(await hall.status(id))).toEqual({ KZ: "party", KR: "party", AE: "party" });
});

test("the party's row and the public register show it", async () => {
  const { participants } = await hall.officers[0].get<{
    participants: { party: string; statements: Stated[] }[];
  }>(`/agreements/${id}/participation`);
  const own = participants.find(({ party }) => party === "KZ")?.statements ?? [];
  expect(own).toMatchObject([{ act: "communicate", on: "2027-01-11", said }]);
  const answer = await hall.office.anyone.send("GET", `/register/${id}`);
  const { parties } = (await answer.json()) as {
    parties: { code: string; statements: Stated[] }[];
  };
  const shown = parties.find(({ code }) => code === "KZ")?.statements;
  expect(shown).toMatchObject([{ act: "communicate", on: "2027-01-11", said }]);
});

test("an officer records a note; one received long ago needs a second officer and its document", async () => {
  await hall.at("2027-03-01T09:00:00+05:00");
  const note = { ...words, party: "KR", kind: "dispute", on: "2027-01-20" };
  const [secretary] = hall.secretaries;
  expect((await refused(secretary, id, "communications", note))[1]).toBe("reason-missing");
  const file = await attaches(secretary, id);
  await seconded(hall.secretaries, id, "communications", {
    ...note,
    file,
    reason: "The note was filed with another case.",
  });
  const { participants } = await hall.officers[0].get<{
    participants: { party: string; statements: Stated[] }[];
  }>(`/agreements/${id}/participation`);
  const own = participants.find(({ party }) => party === "KR")?.statements ?? [];
  expect(own.map(({ on, said: { communication } }) => [on, communication])).toEqual([
    ["2027-01-20", "dispute"],
  ]);
});

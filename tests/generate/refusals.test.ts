import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readWanted } from "#src/cli/generate-options.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";
import { digestOfRows } from "./digest-of-rows.ts";
import { generateInto, openScratch } from "./office-of-generated.ts";

/** Invented agreements come only into a database of their own. */
let stage: Awaited<ReturnType<typeof openScratch>>;
let office: Office;
const few = { seed: "few 241", agreements: 4 };

beforeAll(async () => {
  [stage, office] = await Promise.all([openScratch(), openOffice()]);
});
afterAll(() => Promise.all([stage.close(), office.close()]));

test("a database in which somebody has drafted an agreement is left as it is", async () => {
  const other = await openOffice();
  await draft(other);
  const before = await digestOfRows(other.db);
  await expect(generateInto(other, stage.scratch, few)).rejects.toThrow(
    "This database holds 1 agreements and 0 people that were not generated.",
  );
  expect(await digestOfRows(other.db)).toEqual(before);
  await other.close();
});

test("nor one with people of an office", async () => {
  const other = await openOffice();
  await sql`UPDATE people SET email = 'someone@ministry.example' WHERE email LIKE 'aigerim%'`.execute(
    other.db,
  );
  await expect(generateInto(other, stage.scratch, few)).rejects.toThrow("1 people");
  await other.close();
});

test("a second run with the same words adds what is missing, and then nothing", async () => {
  await generateInto(office, stage.scratch, few);
  const more = await generateInto(office, stage.scratch, { ...few, agreements: 7 });
  expect([more.before, more.agreements]).toEqual([4, 7]);
  const before = await digestOfRows(office.db);
  const none = await generateInto(office, stage.scratch, { ...few, agreements: 7 });
  expect(none.rows).toBe(0);
  expect(await digestOfRows(office.db)).toEqual(before);
});

test("another seed, other people or another end are refused, with what was said before", async () => {
  await expect(generateInto(office, stage.scratch, { ...few, seed: "other" })).rejects.toThrow(
    "generated with seed few 241.",
  );
  const both = { ...few, people: 400, until: "2027-01-01" };
  await expect(generateInto(office, stage.scratch, both)).rejects.toThrow(
    "generated with people 300, until 2026-06-30.",
  );
});

test("generated agreements with a real one beside them are not added to", async () => {
  await draft(office);
  await expect(generateInto(office, stage.scratch, { ...few, agreements: 9 })).rejects.toThrow(
    "Somebody has drafted agreements here beside the generated ones.",
  );
});

test.each([
  [[], "Say how many"],
  [["--agreements", "0"], "--agreements must be a whole number from 1 to 1000000, not 0."],
  [["--agreements=-5"], "not -5."],
  [["--agreements", "1e9"], "not 1e9."],
  [["--agreements", "many"], "not many."],
  [["--agreements", "1.5"], "not 1.5."],
  [["--agreements", "9999999999999"], "not 9999999999999."],
  [["--agreements", "5", "--people", "3"], "--people must be a whole number from 200"],
  [["--agreements", "5", "--until", "2026-02-30"], "--until must be a day"],
  [["--agreements", "5", "--until", "tomorrow"], "--until must be a day"],
  [["--agreements", "5", "--seed", ""], "--seed must be a short text"],
  [["--agreements", "5", "more"], "Unknown word: more."],
] as const)("the words %j are refused with a sentence", (words, sentence) => {
  expect(() => readWanted([...words])).toThrow(sentence);
});

test("without more words the seed, the people and the end are always the same", () => {
  expect(readWanted(["--agreements", "5"])).toEqual({
    agreements: 5,
    people: 2000,
    seed: "depositary",
    until: "2026-06-30",
  });
});

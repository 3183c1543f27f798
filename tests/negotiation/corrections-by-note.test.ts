import { afterAll, beforeAll, expect, test } from "vitest";
import type { CorrectionView } from "#src/agreements/corrections/list-corrections.ts";
import { concludes } from "./concludes.ts";
import { attaches, type Hall, openHall, refused, seconded, takes } from "./hall.ts";

/** What States say about a correction by note verbale (VCLT article 79), and who is told. */
let hall: Hall;
let id = "";

beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
  id = await concludes(hall, "joint-research-arrangement", {
    variables: { place: "Astana", entry_days: 30, withdrawal_months: 6, duration_years: 1 },
    clauses: { consent: "definitive", "entry-into-force": "after-last-notification" },
    terms: { alternat: "none", objectionDays: 90 },
    as: "definitive",
  });
});
afterAll(() => hall.office.close());

const lastOne = async () =>
  (
    await hall.officers[0].get<{ items: CorrectionView[] }>(`/agreements/${id}/corrections`)
  ).items.at(-1);
const right = [{ language: "ru", reason: "The Russian text has the plural." }];
const plural = { language: "en", article: 3, found: "a coordinator", corrected: "coordinators" };
const proposal = { reason: "A word in the singular.", changes: [plural], right };

test("officers record an answer that came by note, an early one with a second officer", async () => {
  await hall.at("2027-02-01T09:00:00+05:00");
  await takes(hall.officers[0], id, "corrections", proposal);
  await hall.at("2027-03-01T09:00:00+05:00");
  const note = { party: "KZ", on: "2027-02-26" };
  await takes(hall.secretaries[0], id, "correction-agreements", note);
  await hall.work();
  const agreed = hall.sent.filter(({ text }) =>
    text.includes("has agreed to the proposed correction"),
  );
  expect(agreed.length).toBeGreaterThan(1);
  const early = { party: "KR", on: "2027-02-03", reason: "The singular is meant." };
  const tooEarly = { ...early, on: "2027-01-31", file: await attaches(hall.officers[0], id) };
  expect((await refused(hall.officers[0], id, "correction-objections", tooEarly))[1]).toBe(
    "act-impossible-then",
  );
  expect((await refused(hall.officers[0], id, "correction-objections", early))[1]).toBe(
    "document-missing",
  );
  const file = await attaches(hall.officers[0], id);
  await seconded(hall.officers, id, "correction-objections", { ...early, file });
  expect(await lastOne()).toMatchObject({
    state: "objected",
    answers: [
      { party: "KZ", answer: "agreement", on: "2027-02-26" },
      { party: "KR", answer: "objection", on: "2027-02-03" },
    ],
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type CorrectedText,
  openCorrectedText,
  plural,
  proposal,
  right,
} from "./corrected-text.ts";
import { refused, takes } from "./hall.ts";

/** What a proposal to correct a text must say, and how it passes without a depositary (VCLT article 79). */
let { hall, id, lastOne, pdf, faultOf } = {} as CorrectedText;

beforeAll(async () => {
  ({ hall, id, lastOne, pdf, faultOf } = await openCorrectedText({ depositary: "none" }));
});
afterAll(() => hall.office.close());

test("a change names one place: words that stand there more than once need their occurrence", async () => {
  const twice = { language: "en", article: 3, found: "Party", corrected: "Participant" };
  const named = (change: object) => ({ ...proposal, changes: [change] });
  expect(await faultOf(named(twice))).toEqual([422, "place-not-unique", "/changes/0/nth"]);
  expect(await faultOf(named({ ...twice, nth: 3 }))).toEqual([
    400,
    "malformed-request",
    "/changes/0/nth",
  ]);
  expect(await faultOf(named({ ...plural, corrected: plural.found }))).toEqual([
    400,
    "malformed-request",
    "/changes/0/corrected",
  ]);
  const same = { ...proposal, changes: [plural, plural] };
  expect(await faultOf(same)).toEqual([400, "malformed-request", "/changes/1/found"]);
});

test("each authentic text is corrected, or named as right with its reason", async () => {
  const { right: _, ...silent } = proposal;
  expect(await faultOf(silent)).toEqual([422, "language-not-accounted-for", "/right"]);
  const both = { ...proposal, right: [...right, { language: "en", reason: "No." }] };
  expect(await faultOf(both)).toEqual([400, "malformed-request", "/right/1/language"]);
  const strange = { ...proposal, right: [{ language: "fr", reason: "No." }] };
  expect((await faultOf(strange))[1]).toBe("language-not-authentic");
});

test("a lack of concordance needs a text that is right", async () => {
  const russian = { language: "ru", article: 3, found: "координатора", corrected: "координаторов" };
  const all = { ...proposal, ground: "concordance", right: [], changes: [plural, russian] };
  expect((await faultOf(all))[1]).toBe("concordance-needs-right-text");
});

test("without a depositary the States agree, and no time replaces that", async () => {
  await takes(hall.officers[0], id, "corrections", proposal);
  await hall.at("2028-06-10T09:00:00+05:00");
  await takes(hall.of("KZ"), id, "correction-agreements");
  expect((await refused(hall.officers[0], id, "proces-verbal-of-correction"))[1]).toBe(
    "correction-agreement-missing",
  );
  await takes(hall.of("KR"), id, "correction-agreements");
  await takes(hall.officers[0], id, "proces-verbal-of-correction");
  await hall.work();
  expect(await pdf((await lastOne())?.paper ?? 0)).toContain(
    "The office that keeps the record of the instrument “Agreement between Two”",
  );
});

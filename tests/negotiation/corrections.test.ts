import { afterAll, beforeAll, expect, test } from "vitest";
import type { CopyView } from "#src/agreements/corrections/list-copies.ts";
import { entersIntoForce } from "./concludes.ts";
import {
  type CorrectedText,
  openCorrectedText,
  plural,
  proposal,
  right,
} from "./corrected-text.ts";
import { proposes, refused, takes, waits } from "./hall.ts";

/** Errors in a sealed text and their correction by VCLT article 79, over the years of one arrangement. */
let { hall, id, corrections, lastOne, pdf, faultOf } = {} as CorrectedText;

beforeAll(async () => {
  ({ hall, id, corrections, lastOne, pdf, faultOf } = await openCorrectedText({
    objectionDays: 90,
  }));
});
afterAll(() => hall.office.close());

test("one objection ends the proposal, and all are told", async () => {
  await takes(hall.officers[0], id, "corrections", { ...proposal, ground: "concordance" });
  expect((await faultOf(proposal))[1]).toBe("correction-already-proposed");
  await takes(hall.of("KZ"), id, "correction-agreements");
  expect((await refused(hall.of("KZ"), id, "correction-agreements"))[1]).toBe(
    "already-agreed-to-correction",
  );
  await takes(hall.of("KR"), id, "correction-objections", { reason: "The singular is meant." });
  expect(
    (await refused(hall.of("KZ"), id, "correction-objections", { reason: "Me too." }))[0],
  ).toBe(409);
  await hall.work();
  const told = hall.sent.filter(({ text }) =>
    text.includes("has objected to the proposed correction"),
  );
  expect(told.length).toBeGreaterThan(1);
  expect(await lastOne()).toMatchObject({
    ground: "concordance",
    state: "objected",
    right,
    answers: [
      { party: "KZ", answer: "agreement" },
      { party: "KR", answer: "objection", reason: "The singular is meant." },
    ],
  });
});

test("the depositary withdraws a proposal that was wrong itself", async () => {
  await takes(hall.of("KZ"), id, "corrections", proposal);
  expect((await refused(hall.of("KR"), id, "correction-withdrawals", { reason: "No." }))[0]).toBe(
    403,
  );
  await takes(hall.officers[1], id, "correction-withdrawals", { reason: "Another word is wrong." });
  expect(await lastOne()).toMatchObject({
    state: "withdrawn",
    proposedBy: "KZ",
    withdrawn: { reason: "Another word is wrong." },
  });
});

test("once all have agreed it is made at once, and its procès-verbal is sealed", async () => {
  await takes(hall.officers[0], id, "corrections", { ...proposal, ground: "concordance" });
  expect(await refused(hall.officers[0], id, "proces-verbal-of-correction")).toEqual([
    409,
    "correction-still-open",
  ]);
  for (const party of ["KZ", "KR"]) await takes(hall.of(party), id, "correction-agreements");
  await takes(hall.officers[0], id, "proces-verbal-of-correction");
  await hall.work();
  const made = await lastOne();
  expect(made).toMatchObject({ state: "made", made: { from: null }, paper: expect.any(Number) });
  const text = await pdf(made?.paper ?? 0);
  expect(text).toContain("considering that a lack of concordance was found");
  expect(text).toContain("all the signatory and contracting States have agreed");
  expect(text).toContain("for “a coordinator” read “coordinators”");
  expect(text).toContain(
    "The Russian text is correct as it stands. The Russian text has the plural.",
  );
  expect(text).toContain("The correction has effect from the beginning.");
  expect(text).toContain("Протокол об исправлении");
});

test("an objection after the correction is a communication, and the correction stands", async () => {
  const late = { reason: "The singular was meant after all." };
  await takes(hall.of("KR"), id, "correction-objections", late);
  const { answers, state } = (await lastOne()) ?? {};
  expect([state, answers?.map(({ answer }) => answer)]).toEqual([
    "made",
    ["agreement", "agreement"],
  ]);
  type Stated = { said: { communication: string; text: string } };
  const { participants } = await hall.officers[0].get<{
    participants: { party: string; statements: Stated[] }[];
  }>(`/agreements/${id}/participation`);
  expect(participants.find(({ party }) => party === "KR")?.statements).toMatchObject([
    { said: { communication: "late-correction-objection", text: late.reason } },
  ]);
});

test("a later correction quotes the text as it was corrected", async () => {
  expect((await faultOf(proposal))[2]).toBe("/changes/0/found");
  const later = { ...plural, found: "name coordinators", corrected: "appoint coordinators" };
  await takes(hall.officers[0], id, "corrections", { ...proposal, changes: [later] });
  await hall.at("2027-05-01T09:00:00+05:00");
});

test("another day than the beginning needs its reason and a second officer", async () => {
  const from = { from: "2027-06-01" };
  expect((await refused(hall.officers[0], id, "proces-verbal-of-correction", from))[0]).toBe(400);
  const decided = { ...from, reason: "The Parties so decided by an exchange of notes." };
  const waiting = await proposes(hall.officers[0], id, "proces-verbal-of-correction", decided);
  expect((await waits(hall.officers[1], id))[0]).toMatchObject({ rule: "other-dates" });
  await takes(hall.officers[1], id, "proposal-confirmations", { proposal: waiting });
  await hall.work();
  const made = await lastOne();
  expect(made).toMatchObject({ made: { from: "2027-06-01", reason: decided.reason } });
  const text = await pdf(made?.paper ?? 0);
  expect(text).toContain("has effect from 1 June 2027: The Parties so decided");
  expect(text).toContain("no objection was notified within the time");
});

test("corrected terms have effect from the beginning only", async () => {
  const terms = { withdrawal: { days: 180 } };
  await takes(hall.officers[0], id, "corrections", { reason: "Days were meant.", terms });
  for (const party of ["KZ", "KR"]) await takes(hall.of(party), id, "correction-agreements");
  const decided = { from: "2027-06-01", reason: "So decided." };
  expect((await refused(hall.officers[0], id, "proces-verbal-of-correction", decided))[1]).toBe(
    "corrected-terms-from-beginning",
  );
  await takes(hall.officers[0], id, "proces-verbal-of-correction");
});

test("the public register shows the corrections that were made, with their procès-verbaux", async () => {
  await takes(hall.officers[0], id, "corrections", {
    ...proposal,
    changes: [{ ...plural, article: 1, found: "following", corrected: "next" }],
  });
  const entry = await hall.archivist.get<{ corrections: { changes: object[]; paper: number }[] }>(
    `/register/${id}`,
  );
  expect(entry.corrections).toHaveLength(3);
  expect(entry.corrections[0]).toMatchObject({
    ground: "concordance",
    changes: [plural],
    from: null,
    on: "2027-01-10",
  });
  const { paper } = entry.corrections[0] ?? { paper: 0 };
  expect(await pdf(paper, "register")).toContain("Procès-verbal of Correction");
});

test("an error in a certified copy is corrected alone, by the words of the text", async () => {
  const { archivist } = hall;
  const wrong = {
    serial: 1,
    reason: "A slip of the copyist.",
    changes: [
      { language: "en", article: 3, found: "cordinators", corrected: "appoint coordinators" },
    ],
  };
  const at = "certified-copy-corrections";
  expect((await refused(archivist, id, at, wrong))[1]).toBe("no-such-copy");
  await takes(archivist, id, "certified-copies", { party: "KZ" });
  const other = [{ ...wrong.changes[0], corrected: "coordination" }];
  expect((await refused(archivist, id, at, { ...wrong, changes: other }))[1]).toBe(
    "copy-corrected-otherwise",
  );
  await takes(archivist, id, at, wrong);
  await hall.work();
  const { items } = await hall
    .of("KZ")
    .get<{ items: CopyView[] }>(`/agreements/${id}/certified-copies`);
  expect(await pdf(items[0]?.paper ?? 0)).toContain("Serial number: 1");
  expect(items[0]).toMatchObject({ party: "KZ", corrections: [{ changes: wrong.changes }] });
  const text = await pdf(items[0]?.corrections[0]?.paper ?? 0);
  expect(text).toContain("certified true copy No. 1");
  expect(text).toContain("the copy has “cordinators”, the original has “appoint coordinators”");
});

test("the United Nations are told of the correction of a registered text", async () => {
  const { archivist } = hall;
  for (const party of ["KZ", "KR"])
    await takes(hall.of(party), id, "notices", { kind: "completion" });
  await entersIntoForce(hall, id, "2027-06-10T09:00:00+05:00");
  await takes(archivist, id, "un-submission", {});
  await takes(hall.officers[0], id, "correction-withdrawals", { reason: "Proposed again." });
  await takes(archivist, id, "un-registration", { number: "I-99999" });
  const made = (await corrections())[0];
  const early = { correction: made?.id, reference: "Note 7" };
  expect((await refused(archivist, id, "un-correction-notices", early))[1]).toBe(
    "no-correction-to-notify",
  );
  await takes(hall.officers[0], id, "corrections", {
    ...proposal,
    changes: [{ ...plural, article: 1, found: "following", corrected: "next" }],
  });
  for (const party of ["KZ", "KR"]) await takes(hall.of(party), id, "correction-agreements");
  await takes(hall.officers[0], id, "proces-verbal-of-correction");
  const { items } = await archivist.get<{ items: { waiting: { act: string }[] }[] }>("/waiting");
  expect(JSON.stringify(items)).toContain("notify-un-of-correction");
  const last = await lastOne();
  expect(last).toMatchObject({ awaitsUnNotice: true });
  const notice = { correction: last?.id, reference: "Note 7", on: "2027-06-09" };
  expect((await refused(archivist, id, "un-correction-notices", notice))[1]).toBe(
    "act-impossible-then",
  );
  await takes(archivist, id, "un-correction-notices", { ...notice, on: undefined });
  expect(await lastOne()).toMatchObject({
    awaitsUnNotice: false,
    unNotice: { on: "2027-06-10", reference: "Note 7" },
  });
});

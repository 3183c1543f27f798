import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "#src/bytes/sha256.ts";
import {
  approves,
  authenticates,
  designates,
  drafts,
  proposes,
  refused,
  takes,
} from "../negotiation/hall.ts";
import { type Desk, openDesk } from "./open-desk.ts";

/** What becomes of a paper in the desk's register: the acts that follow from it, or its return. */
let { hall, id, desk, officer, registers, entryOf, says, listed } = {} as Desk;
beforeAll(async () => {
  ({ hall, id, desk, officer, registers, entryOf, says, listed } = await openDesk());
});
afterAll(() => hall.office.close());

test("a returned paper says why to the party’s representatives, and no act follows from it", async () => {
  const { id: one, reference } = await registers();
  expect(await says(one, "acknowledgements", {})).toBe(204);
  expect(await says(one, "acknowledgements", {})).toEqual([409, "already-acknowledged"]);
  await hall.work();
  hall.sent.length = 0;
  expect(await says(one, "returns", { reason: "A deputy signed it, without full powers." })).toBe(
    204,
  );
  await hall.work();
  const [letter] = hall.sent;
  expect(hall.sent.map(({ to }) => to)).toEqual([hall.of("KZ").person.email]);
  expect(letter?.subject).toContain(reference);
  expect(letter?.text).toContain("A deputy signed it");
  expect(letter?.text).toContain(`https://depositary.example/desk/${one}`);
  expect(await entryOf(one, hall.of("KZ"))).toMatchObject({
    state: "returned",
    history: [{}, { act: "acknowledged" }, { act: "returned", reason: /deputy/ }].map((event) =>
      expect.objectContaining("reason" in event ? { act: "returned" } : event),
    ),
  });
  expect(await says(one, "returns", { reason: "Again." })).toEqual([409, "paper-returned"]);
  const deposit = {
    party: "KZ",
    kind: "ratification",
    signedBy: "The President",
    on: "2027-01-10",
  };
  expect(await refused(desk, id, "deposits", { ...deposit, correspondence: one })).toEqual([
    409,
    "paper-returned",
  ]);
});

test("an act names the paper it follows from; the entry shows the act, and its evidence the scan", async () => {
  const { id: one } = await registers();
  const scan = "%PDF-1.7 another ratification";
  const headers = { "Content-Type": "application/pdf" };
  await desk.send("POST", `/correspondence/${one}/scans`, scan, headers);
  const deposit = { kind: "ratification", signedBy: "The President", on: "2027-01-10" };
  const named = { ...deposit, correspondence: one };
  expect(await refused(desk, id, "deposits", { ...named, party: "KR" })).toEqual([
    400,
    "malformed-request",
  ]);
  await takes(desk, id, "deposits", { ...named, party: "KZ" });
  expect(await entryOf(one)).toMatchObject({
    state: "recorded",
    acts: [{ agreement: id, act: "deposit" }],
  });
  const evidence = await officer.send("GET", `/agreements/${id}/evidence`);
  const entries = (await evidence.text()).trim().split("\n");
  const { detail } = entries.map((line) => JSON.parse(line)).find(({ act }) => act === "deposit");
  expect(detail).toMatchObject({ correspondence: one, papers: [await sha256(scan)] });
  expect(await says(one, "returns", { reason: "Late." })).toEqual([409, "act-came-of-paper"]);
  expect((await listed(desk, "state=recorded")).map((entry) => entry.id)).toEqual([one]);
});

test("full powers and the designation of a signatory name the paper that brought them", async () => {
  const parties = ["KZ", "KR", "HUB"];
  const other = await drafts(hall, {
    template: "multilateral-partnership-agreement",
    title: { en: "Partnership" },
    languages: ["en"],
    parties: parties.map((code) => ({ code })),
    variables: { place: "Astana" },
    terms: { authority: "full-powers", clearance: false, zone: "Asia/Almaty" },
  });
  const { id: note } = await registers({ kind: "designation", agreement: other });
  const { id: powers } = await registers({ kind: "full-powers", agreement: other });
  const signatory = hall.of("KZ").person.id;
  const designation = { party: "KZ", signatory, correspondence: note };
  expect(await refused(officer, other, "designations", { ...designation, party: "KR" })).toEqual([
    400,
    "malformed-request",
  ]);
  await takes(officer, other, "designations", designation);
  await designates(hall, other, ["KR", "HUB"]);
  await takes(officer, other, "submissions");
  await approves(hall, other, parties);
  await authenticates(hall, other, ["en"]);
  const credentials = {
    party: "KZ",
    person: signatory,
    kind: "full-powers",
    acts: ["sign"],
    issuedBy: "Government of Kazakhstan",
    signedBy: "The Minister for Foreign Affairs",
    instrument: "Memorandum of Understanding",
    place: "Astana",
    issuedOn: "2027-01-05",
    form: "original",
  };
  await takes(desk, other, "credentials", { ...credentials, correspondence: powers });
  expect((await entryOf(note)).acts).toMatchObject([{ agreement: other, act: "designate" }]);
  expect((await entryOf(powers)).acts).toMatchObject([
    { agreement: other, act: "present-credentials" },
  ]);
  // A representative presents its own; the register is the office's.
  expect(
    await refused(hall.of("KZ"), other, "credentials", { ...credentials, correspondence: powers }),
  ).toEqual([400, "malformed-request"]);
});

test("the scan of the desk is the document of an act dated back, which waits for a second officer", async () => {
  await hall.at("2027-02-10T09:00:00+05:00");
  const { id: one } = await registers({ party: "KR", on: "2027-01-15" });
  const body = {
    party: "KR",
    kind: "ratification",
    signedBy: "The President",
    on: "2027-01-15",
    reason: "The bag was opened late.",
    correspondence: one,
  };
  expect(await refused(desk, id, "deposits", body)).toEqual([422, "document-missing"]);
  const headers = { "Content-Type": "application/pdf" };
  await desk.send("POST", `/correspondence/${one}/scans`, "%PDF-1.7 of Korea", headers);
  const proposal = await proposes(desk, id, "deposits", body);
  expect((await entryOf(one)).state).toBe("open");
  await takes(hall.secretaries[1], id, "proposal-confirmations", { proposal });
  expect(await entryOf(one)).toMatchObject({ state: "recorded" });
});

test("a return and an act at the same instant: one of them is refused", async () => {
  const { id: one } = await registers({ party: "HUB", kind: "notice", subject: "Notice" });
  const body = { party: "HUB", kind: "provisional-application", correspondence: one };
  const [returned, acted] = await Promise.all([
    says(one, "returns", { reason: "Not signed." }),
    officer.act(id, "notices", body).then(({ status }) => status),
  ]);
  expect([returned === 204, acted === 201 || acted === 202]).not.toEqual([true, true]);
});

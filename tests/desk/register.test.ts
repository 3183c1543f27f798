import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Client } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { concludes } from "../negotiation/concludes.ts";
import { type Hall, openHall, proposes, refused, takes } from "../negotiation/hall.ts";

/** The desk's register: what came and went, whether it is in due form, and what became of it. */
let hall: Hall;
let id = "";
let desk: Client;
let officer: Client;
beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
  hall.office.ctx.zone = "Asia/Almaty";
  id = await concludes(hall, "multilateral-partnership-agreement", {
    parties: ["KZ", "KR", "HUB"],
    variables: { place: "Astana" },
    terms: {
      consent: ["subject-to-ratification"],
      entry: { form: "nth-deposit", deposits: 2, days: 30 },
      accession: true,
    },
    as: "subject-to-ratification",
  });
  [desk] = hall.secretaries;
  [officer] = hall.officers;
});
afterAll(() => hall.office.close());

type Entry = {
  id: string;
  reference: string;
  state: string;
  dueForm: boolean | null;
  on: string;
  time: string;
  stampedAt: string;
  originalReceivedAt: string | null;
  checklist: { check: string; answer: string | null }[];
  scans: { digest: string }[];
  acts: { agreement: string; act: string }[];
  answeredBy: { reference: string }[];
  history: { act: string; reason: string | null; was: Record<string, unknown> | null }[];
};

const paper = (more: object = {}) => ({
  direction: "in",
  kind: "ratification",
  party: "KZ",
  agreement: id,
  channel: "by-hand",
  subject: "Instrument of ratification",
  senderNumber: "26-17/441",
  dated: "2027-01-05",
  on: "2027-01-10",
  time: "08:30",
  languages: ["en"],
  ...more,
});

async function registers(more: object = {}, who = desk) {
  const answer = await who.send("POST", "/correspondence", paper(more));
  if (answer.status !== 201) throw new Error(await answer.text());
  return (await answer.json()) as { id: string; reference: string };
}

const entryOf = (one: string, who = desk) => who.get<Entry>(`/correspondence/${one}`);
const says = async (one: string, resource: string, body: object, who = desk) => {
  const answer = await who.send("POST", `/correspondence/${one}/${resource}`, body);
  return answer.status === 204 ? 204 : [answer.status, codeOf(await answer.json())];
};
const listed = async (who: Client, query = "") =>
  (await who.get<{ items: Entry[] }>(`/correspondence?${query}`)).items;

test("each direction has its own running number of the year, and the stamp is the depositary’s clock", async () => {
  const first = await registers();
  const second = await registers({ kind: "note-verbale", agreement: null });
  const sent = await registers({ direction: "out", kind: "note-verbale", answers: second.id });
  expect([first, second, sent].map(({ reference }) => reference)).toEqual([
    "IN-2027-1",
    "IN-2027-2",
    "OUT-2027-1",
  ]);
  expect(await entryOf(first.id)).toMatchObject({
    on: "2027-01-10",
    time: "08:30",
    stampedAt: "2027-01-10T03:30:00.000Z",
    state: "open",
  });
  expect((await entryOf(second.id)).answeredBy).toMatchObject([{ reference: "OUT-2027-1" }]);
  const [newest] = await listed(desk, "limit=1");
  expect(newest?.reference).toBe("OUT-2027-1");
});

test("two officers who register at once get different numbers, and no number is left out", async () => {
  const before = (await listed(desk, "direction=in&limit=200")).length;
  const made = await Promise.all(
    Array.from({ length: 20 }, (_, nth) => registers({}, nth % 2 ? officer : desk)),
  );
  // A refused paper uses no number.
  const bad = await desk.send("POST", "/correspondence", paper({ party: "ZZ" }));
  expect(bad.status).toBe(400);
  const last = await registers();
  const numbers = [...made, last].map(({ reference }) => Number(reference.split("-")[2]));
  expect(new Set(numbers).size).toBe(21);
  expect(Math.max(...numbers)).toBe(before + 21);
});

test("the same request sent twice registers one paper", async () => {
  const headers = { "Idempotency-Key": "paper-1" };
  const send = () => desk.send("POST", "/correspondence", paper(), headers);
  const [first, second] = [await (await send()).json(), await (await send()).json()];
  expect(second).toEqual(first);
});

test("what cannot be is refused with its place", async () => {
  for (const [more, pointer] of [
    [{ on: "2027-01-11" }, "/on"],
    [{ dated: "2027-01-12" }, "/dated"],
    [{ direction: "out" }, "/kind"],
    [{ agreement: "00000000-0000-4000-8000-00000000aaaa" }, "/agreement"],
    [{ answers: "00000000-0000-4000-8000-00000000aaaa" }, "/answers"],
    [{ time: "25:00" }, "/time"],
  ] as const) {
    const answer = await desk.send("POST", "/correspondence", paper(more));
    const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
    expect([answer.status, errors.map((one) => one.pointer)]).toEqual([400, [pointer]]);
  }
});

test("a scan comes ahead, and its original follows once", async () => {
  const { id: one } = await registers({ scanAhead: true, channel: "e-mail" });
  const scan = "%PDF-1.7 a ratification";
  const headers = { "Content-Type": "application/pdf" };
  const attached = await desk.send("POST", `/correspondence/${one}/scans`, scan, headers);
  expect(attached.status).toBe(201);
  const path = `/correspondence/${one}/scans/${await sha256(scan)}`;
  expect(await (await desk.send("GET", path)).text()).toBe(scan);
  expect(await (await hall.of("KZ").send("GET", path)).text()).toBe(scan);
  expect((await hall.of("KR").send("GET", path)).status).toBe(404);
  expect((await listed(desk, "awaits=original")).map((entry) => entry.id)).toEqual([one]);
  expect(await says(one, "originals", { on: "2027-01-10", time: "08:00" })).toEqual([
    400,
    "malformed-request",
  ]);
  expect(await says(one, "originals", { on: "2027-01-10", time: "09:00" })).toBe(204);
  expect(await says(one, "originals", { on: "2027-01-10", time: "09:00" })).toEqual([
    409,
    "original-not-awaited",
  ]);
  expect(await entryOf(one)).toMatchObject({ originalReceivedAt: "2027-01-10T04:00:00.000Z" });
  expect(await listed(desk, "awaits=original")).toEqual([]);
});

test("the checklist of its kind says whether a paper is in due form", async () => {
  const { id: one } = await registers({ kind: "notice" });
  const { checklist, dueForm } = await entryOf(one);
  expect(dueForm).toBeNull();
  expect(checklist.map(({ check }) => check)).not.toContain("reservations-apart");
  const yes = Object.fromEntries(checklist.map(({ check }) => [check, "yes"]));
  expect(await says(one, "checks", { answers: { ...yes, sealed: "no" } })).toBe(204);
  expect((await entryOf(one)).dueForm).toBe(false);
  expect(await says(one, "checks", { answers: { sealed: "not-applicable" } }, officer)).toBe(204);
  expect((await entryOf(one)).dueForm).toBe(true);
  const apart = { answers: { "reservations-apart": "yes" } };
  expect(await says(one, "checks", apart)).toEqual([400, "malformed-request"]);
  expect((await entryOf(one, hall.of("KZ"))).checklist).toEqual([]);
});

test("an entry keeps its number when it is corrected, and what it said stays on record", async () => {
  const { id: one, reference } = await registers({ party: "KR" });
  expect((await entryOf(one, hall.of("KR"))).reference).toBe(reference);
  const { direction: _, ...right } = paper();
  expect(await says(one, "corrections", { ...right, reason: "Kazakhstan sent it." })).toBe(204);
  const { history } = await entryOf(one);
  expect(history).toMatchObject([
    { act: "registered" },
    { act: "corrected", reason: "Kazakhstan sent it.", was: { party: "KR" } },
  ]);
  expect((await entryOf(one, hall.of("KZ"))).reference).toBe(reference);
  expect((await hall.of("KR").send("GET", `/correspondence/${one}`)).status).toBe(404);
});

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

test("a representative reads only their own party’s entries, and nobody but the office writes", async () => {
  const kazakhstan = hall.of("KZ");
  const own = await kazakhstan.get<{ items: { party: string }[] }>("/correspondence?limit=200");
  expect(new Set(own.items.map(({ party }) => party))).toEqual(new Set(["KZ"]));
  expect((await kazakhstan.send("POST", "/correspondence", paper())).status).toBe(403);
  expect((await hall.archivist.send("POST", "/correspondence", paper())).status).toBe(403);
  expect((await listed(hall.archivist)).length).toBeGreaterThan(0);
});

test("a draft’s papers stay hidden from a party that does not see the draft", async () => {
  const made = await officer.send("POST", "/agreements", {
    template: "memorandum-of-understanding",
    title: { en: "Memorandum of Understanding" },
    parties: [{ code: "KZ" }, { code: "AE" }],
    languages: ["en"],
    variables: { place: "Astana" },
  });
  const { id: hidden } = (await made.json()) as { id: string };
  const { id: one } = await registers({ agreement: hidden, kind: "communication" });
  expect((await hall.of("KZ").send("GET", `/correspondence/${one}`)).status).toBe(404);
  expect((await officer.send("GET", `/correspondence/${one}`)).status).toBe(200);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "#src/bytes/sha256.ts";
import { type Desk, openDesk } from "./open-desk.ts";

/** The desk's register: what came and went, whether it is in due form, and who reads it. */
let { hall, desk, officer, paper, registers, entryOf, says, listed } = {} as Desk;
beforeAll(async () => {
  ({ hall, desk, officer, paper, registers, entryOf, says, listed } = await openDesk());
});
afterAll(() => hall.office.close());

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

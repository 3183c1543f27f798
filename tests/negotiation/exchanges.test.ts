import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TermsBetween } from "#src/agreements/read/view-terms.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Exchange } from "#workflows/exchange.ts";
import type { Terms } from "#workflows/terms.ts";
import { concludes, entersIntoForce, opensForSigning, two } from "./concludes.ts";
import {
  approves,
  attaches,
  authenticates,
  both,
  designates,
  drafts,
  type Hall,
  openHall,
  refused,
  signs,
  takes,
} from "./hall.ts";

/** Agreements that constitute themselves by what the parties exchange (VCLT article 13). */
let hall: Hall;
beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
});
afterAll(() => hall.office.close());

const template = "memorandum-of-understanding";
const memorandum = {
  title: { en: "Memorandum of Two" },
  languages: ["en"],
  variables: { place: "Seoul", duration_years: 5 },
};
const ordinary = { authority: "dispensed", clearance: false, zone: "Asia/Almaty" } as const;

/** Brought to the day on which the two may sign what they exchange. */
const opens = (exchange: Exchange, more: Partial<Terms> = {}) =>
  opensForSigning(hall, template, { ...memorandum, terms: { exchange, ...more } });
const sealedOf = async (id: string, party: string) => {
  const path = `/agreements/${id}/pdf?kind=sealed&party=${party}`;
  const pdf = await (await hall.of("KZ").send("GET", path)).arrayBuffer();
  const answer = await hall.office.app.request("/api/v1/verifications", {
    method: "POST",
    headers: { "Content-Type": "application/pdf" },
    body: pdf,
  });
  return (await answer.json()) as {
    verdict: string;
    digest: string;
    signatures: { field: string; kind: string }[];
  };
};

describe("an exchange of letters", () => {
  test("tells the other party when the first letter is signed, and waits for its reply", async () => {
    const id = await opens({ of: "letters", first: "KR" });
    const as = { as: "definitive", original: (await hall.view(id)).original, binding: false };
    expect(await refused(hall.of("KZ"), id, "signatures", as)).toEqual([409, "not-your-turn"]);
    const before = hall.sent.length;
    await signs(hall, id, "KR", { as: "definitive", binding: false });
    await hall.work();
    const told = hall.sent.slice(before).filter(({ to }) => to.includes("kz"));
    expect(told.map(({ text }) => text).join()).toContain("өз жауабына қол қоя алады");
    await signs(hall, id, "KZ", { as: "definitive", binding: false });
    await hall.work();
    expect((await hall.view(id)).stage).toBe("publish");
  });

  test("is sealed as two files, each signed by its own party alone", async () => {
    const id = await opens({ of: "letters" });
    await signs(hall, id, "KZ", { as: "definitive", binding: false });
    await signs(hall, id, "KR", { as: "definitive", binding: false });
    await hall.work();
    await takes(hall.officers[0], id, "publication");
    const { originals } = await hall.view(id);
    expect(originals.map(({ original }) => original)).toEqual(["KR", "KZ"]);
    for (const party of two) {
      const { verdict, signatures, digest } = await sealedOf(id, party);
      expect(verdict).toBe("VALID");
      const fields = signatures.map(({ field }) => field).filter((field) => /^Party-/.test(field));
      expect(fields).toEqual([`Party-${party}`]);
      const open = await hall.office.anyone.send("GET", `/register/${id}/pdf?party=${party}`);
      expect(await sha256(new Uint8Array(await open.arrayBuffer()))).toBe(digest);
    }
    const nobody = await hall.office.anyone.send("GET", `/register/${id}/pdf?party=EE`);
    expect(nobody.status).toBe(404);
  });

  test("is certified by the reply, which quotes both, and each file is checked again", async () => {
    const id = await opens({ of: "letters", first: "KR" });
    for (const party of ["KR", "KZ"]) {
      await signs(hall, id, party, { as: "definitive", binding: false });
    }
    await hall.work();
    await takes(hall.archivist, id, "ingestion");
    const { originals } = await hall.view(id);
    const reply = originals.find(({ original }) => original === "KZ")?.sealed;
    for (const party of two) await takes(hall.archivist, id, "certified-copies", { party });
    const copies = await hall.office.db
      .selectFrom("certified_copies")
      .select("digest")
      .where("agreement", "=", id)
      .execute();
    expect(copies.map(({ digest }) => digest)).toEqual([reply, reply]);
    await takes(hall.archivist, id, "fixity-checks");
    const { detail } = await hall.office.db
      .selectFrom("evidence")
      .select("detail")
      .where("agreement", "=", id)
      .where("act", "=", "check-fixity")
      .executeTakeFirstOrThrow();
    expect(detail).toMatchObject({
      intact: true,
      files: [
        { original: "KR", intact: true },
        { original: "KZ", intact: true },
      ],
    });
  });

  test("has its own order, and no quorum", async () => {
    const id = await drafts(hall, {
      ...memorandum,
      template,
      parties: two.map((code) => ({ code })),
      terms: { ...ordinary, exchange: { of: "letters" } },
    });
    await designates(hall, id, two);
    await takes(hall.officers[0], id, "submissions");
    await approves(hall, id, two);
    await authenticates(hall, id, ["en"]);
    const plan = { groups: [["KR"], ["KZ"]] };
    expect(await refused(hall.officers[0], id, "signing", plan)).toEqual([
      422,
      "invalid-signing-plan",
    ]);
  });
});

test("two instruments of the same content are signed in any order", async () => {
  const id = await opens({ of: "instruments" });
  await signs(hall, id, "KR", { as: "definitive", binding: false });
  await signs(hall, id, "KZ", { as: "definitive", binding: false });
  await hall.work();
  expect((await hall.view(id)).stage).toBe("publish");
});

test("a letter without authority opens no way for the reply until it is confirmed", async () => {
  const id = await opens({ of: "letters", first: "KR" }, { authority: "full-powers" });
  const said = "өз жауабына қол қоя алады";
  const told = () => hall.sent.filter(({ to, text }) => to.includes("kz") && text.includes(said));
  const before = told().length;
  await signs(hall, id, "KR", { as: "definitive", binding: false });
  await hall.work();
  expect(told()).toHaveLength(before);
  const reply = { as: "definitive", original: (await hall.view(id)).original, binding: false };
  expect(await refused(hall.of("KZ"), id, "signatures", reply)).toEqual([409, "not-your-turn"]);
  await takes(hall.of("KR"), id, "confirmations", { authority: "Minister for Foreign Affairs" });
  await hall.work();
  expect(told()).toHaveLength(before + 1);
  await takes(hall.of("KZ"), id, "signatures", reply);
});

test("a letter signed in ink by the party that proposes opens the way for the reply", async () => {
  const id = await opens({ of: "letters", first: "KR" });
  const scan = await attaches(hall.officers[0], id);
  const { original } = await hall.view(id);
  const ink = {
    party: "KR",
    as: "definitive",
    on: "2027-01-11",
    binding: false,
    original,
    scan,
    signatory: hall.of("KR").person.id,
  };
  const reply = { as: "definitive", original, binding: false };
  await takes(hall.officers[0], id, "paper-signatures", ink);
  expect(await refused(hall.of("KZ"), id, "signatures", reply)).toEqual([409, "not-your-turn"]);
  await takes(hall.officers[1], id, "paper-signatures", ink);
  await takes(hall.of("KZ"), id, "signatures", reply);
});

test("an exchange of letters amends a memorandum between the two", async () => {
  const principal = await concludes(hall, template, { ...memorandum, as: "definitive" });
  await entersIntoForce(hall, principal, "2027-01-12T09:00:00+05:00");
  const amendment = await concludes(hall, "protocol-of-amendment", {
    languages: ["en"],
    title: { en: "Exchange of Letters amending the Memorandum of Two" },
    variables: {
      place: "Seoul",
      amended_title: "Memorandum of Two",
      amended_reference: "DEP/2027/001",
      amended_place: "Seoul",
      amended_date: "2027-01-11",
      amended_article: 19,
    },
    amends: principal,
    terms: { amended: { withdrawal: { days: 30 } }, exchange: { of: "letters" } },
    as: "definitive",
  });
  await entersIntoForce(hall, amendment, "2027-01-13T09:00:00+05:00");
  const { terms } = await hall.officers[0].get<TermsBetween>(
    `/agreements/${principal}/terms/KZ/KR?on=2027-01-13`,
  );
  expect(terms.withdrawal).toEqual({ days: 30 });
});

test("a reply in ink does not bear a day before that of the note", async () => {
  const id = await opens({ of: "notes", first: "KR" });
  const day = (on: number) => `2027-01-${on}`;
  await hall.at(`${day(14)}T09:00:00+05:00`);
  await signs(hall, id, "KR", { as: "definitive", binding: false });
  const scan = await attaches(hall.officers[0], id);
  const { original } = await hall.view(id);
  const signatory = hall.of("KZ").person.id;
  const ink = { party: "KZ", as: "definitive", binding: false, original, scan, signatory };
  expect(await refused(hall.officers[0], id, "paper-signatures", { ...ink, on: day(13) })).toEqual([
    422,
    "act-impossible-then",
  ]);
  await both(hall.officers, id, "paper-signatures", { ...ink, on: day(14) });
});

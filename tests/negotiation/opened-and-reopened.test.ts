import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import {
  approves,
  attaches,
  authenticates,
  both,
  designates,
  drafts,
  empowers,
  type Hall,
  openHall,
  refused,
  revises,
  signs,
  standings,
  takes,
} from "./hall.ts";

/**
 * Who sees a text that stays open for signature, and when; and the pages of signatures that no other test meets: given at
 * the ceremony without authority, in ink, and for a State that takes part as its Government.
 */
let hall: Hall;

beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
});
afterAll(() => hall.office.close());

const negotiators = ["KZ", "KR", "EE"];
const as = "subject-to-ratification";

type View = {
  stage: string;
  textVersion: number;
  openTo: { act: string; until: string | null }[];
  papers: { serial: number; kind: string; party: string | null }[];
};

/** A convention that all members may sign for a year, authentic and typeset. */
async function authentic(terms: object = {}, government?: string): Promise<string> {
  const id = await drafts(hall, {
    template: "multilateral-partnership-agreement",
    title: { en: "Convention on Civil Service" },
    parties: negotiators.map((code) => ({
      code,
      ...(code === government && { as: "government" as const }),
    })),
    languages: ["en"],
    variables: { place: "Astana", entry_deposits: 3, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    terms: {
      authority: "dispensed",
      clearance: false,
      zone: "Asia/Almaty",
      accession: true,
      participation: {
        signature: { to: "members", until: { months: 12 } },
        accession: { to: "members", from: "closing" },
      },
      ...terms,
    },
  });
  await designates(hall, id, negotiators);
  await takes(hall.officers[0], id, "submissions");
  return id;
}

async function opened(id: string): Promise<string> {
  await approves(hall, id, negotiators);
  await authenticates(hall, id, ["en"]);
  await both(hall.officers, id, "signing", {});
  await hall.work();
  return id;
}

const asSeenBy = (party: string, id: string) => hall.of(party).get<View>(`/agreements/${id}`);
const status = async (party: string, path: string) =>
  (await hall.of(party).send("GET", path)).status;
const closes = async (id: string) => {
  await takes(hall.officers[0], id, "ceremony-closings");
  await hall.work();
};
const awaits = async (who: Hall["archivist"], id: string) =>
  (await who.get<{ items: { agreement: string; act: string }[] }>("/waiting")).items
    .filter(({ agreement }) => agreement === id)
    .map(({ act }) => act);
const pagesOf = async (wanted: string, id: string) =>
  (await asSeenBy("KZ", id)).papers.filter(({ kind }) => kind === wanted);
const pages = (id: string) => pagesOf("signature-page", id);
const papers = async (id: string) => (await pages(id)).map(({ party }) => party);

test("a State to which it is open is told, and sees the text but not how it was negotiated", async () => {
  const id = await authentic();
  await takes(hall.of("KZ"), id, "change-requests", { reason: "Article 3 is too wide." });
  await revises(hall, id, "en", (text) => `${text}\n`.replace("civil service", "public service"));
  await takes(hall.officers[0], id, "submissions");
  const said = { language: "en", article: 1, audience: "shared", body: "A remark." };
  expect((await hall.of("KZ").send("POST", `/agreements/${id}/comments`, said)).status).toBe(201);
  expect((await asSeenBy("KZ", id)).openTo).toEqual([]);
  expect(await status("US", `/agreements/${id}`)).toBe(404);
  await opened(id);
  const told = hall.sent.filter(({ to }) => to === "james.carter@us.example");
  expect(told.map(({ text }) => text).join()).toContain("The text is open for signature.");
  const seen = await asSeenBy("US", id);
  expect(seen).toMatchObject({ textVersion: 2, openTo: [{ act: "sign" }] });
  const list = async (party: string, path: string) =>
    (await hall.of(party).get<{ items: unknown[] }>(`/agreements/${id}/${path}`)).items.length;
  for (const [path, own] of [
    ["versions", 1],
    ["comments", 0],
    ["answers", 0],
  ] as const) {
    expect([path, await list("US", path), (await list("EE", path)) > own]).toEqual([
      path,
      own,
      true,
    ]);
  }
  const earlier = ["versions/1", "texts/en?version=1", "comparison?from=1&to=2&language=en"];
  for (const path of earlier) {
    const at = `/agreements/${id}/${path}`;
    expect([path, await status("US", at), await status("EE", at)]).toEqual([path, 404, 200]);
  }
  expect(await status("US", `/agreements/${id}/versions/2`)).toBe(200);
});

test("opened again by all, it is open to nobody else until it is opened for signature again", async () => {
  const id = await opened(await authentic());
  expect(await status("US", `/agreements/${id}`)).toBe(200);
  for (const party of negotiators) {
    await takes(hall.of(party), id, "change-requests", { reason: "Article 3 is wrong." });
  }
  expect((await asSeenBy("KZ", id)).stage).toBe("review.reconciling");
  expect(await status("US", `/agreements/${id}`)).toBe(404);
  await revises(hall, id, "en", (text) => text.replace("civil service", "public service"));
  await takes(hall.officers[0], id, "submissions");
  expect(await status("US", `/agreements/${id}`)).toBe(404);
  await opened(id);
  expect((await asSeenBy("US", id)).openTo).toEqual([{ act: "sign", until: "2028-01-10" }]);
});

test("a State that has declined is not told that it may sign", async () => {
  const id = await opened(await authentic());
  await signs(hall, id, "KZ", { as });
  await takes(hall.of("EE"), id, "declinations", { reason: "Its parliament does not wish it." });
  await closes(id);
  expect((await asSeenBy("EE", id)).openTo).toEqual([]);
  expect((await asSeenBy("KR", id)).openTo).toEqual([{ act: "sign", until: "2028-01-10" }]);
});

test("signed at the ceremony without authority, it has its page once it is confirmed", async () => {
  const id = await opened(await authentic({ authority: "full-powers" }));
  await empowers(hall, id, "KZ");
  await signs(hall, id, "KZ", { as });
  await signs(hall, id, "KR", { as });
  await closes(id);
  expect(await papers(id)).toEqual([]);
  const { person } = hall.of("US");
  await takes(hall.officers[0], id, "designations", { party: "US", signatory: person.id });
  const before = hall.sent.length;
  await signs(hall, id, "US", { as });
  await hall.work();
  expect(standings(await hall.status(id))).toMatchObject({
    KR: "unauthorised",
    US: "unauthorised",
  });
  // All are told that it has no effect yet (VCLT article 8).
  const told = (await pagesOf("notification", id)).find(({ party }) => party === "KR");
  const file = await hall.archivist.send("GET", `/agreements/${id}/papers/${told?.serial}`);
  const words = textOf(new Uint8Array(await file.arrayBuffer())).replaceAll(/\s+/g, " ");
  expect(words).toContain("has no effect until the party confirms it");
  const letters = hall.sent.slice(before).map(({ text }) => text);
  expect(letters.filter((text) => text.includes("signature page is sealed"))).toEqual([]);
  for (const party of ["US", "KR"]) {
    const file = await attaches(hall.of(party), id);
    await takes(hall.of(party), id, "confirmations", { authority: "The Minister", file });
    await hall.work();
  }
  expect(await papers(id)).toEqual(["US", "KR"]);
});

test("its page names a State as it takes part", async () => {
  const id = await opened(await authentic({}, "KR"));
  await signs(hall, id, "KZ", { as });
  await closes(id);
  await signs(hall, id, "KR", { as });
  await hall.work();
  const [own] = await pages(id);
  const page = await hall.archivist.send("GET", `/agreements/${id}/papers/${own?.serial}`);
  const file = new Uint8Array(await page.arrayBuffer());
  expect(textOf(file)).toContain("Government of the Republic of Korea");
});

test("the second officer is asked for a signature in ink that is recorded after the first seal", async () => {
  const id = await opened(await authentic());
  await signs(hall, id, "KZ", { as });
  await closes(id);
  const [first, second] = hall.officers;
  const { person } = hall.of("US");
  await takes(first, id, "designations", { party: "US", signatory: person.id });
  const { original } = await hall.view(id);
  const scan = await attaches(first, id);
  const ink = {
    party: "US",
    signatory: person.id,
    as,
    on: "2027-01-10",
    binding: true,
    original,
    scan,
  };
  await takes(first, id, "paper-signatures", ink);
  expect(await awaits(second, id)).toContain("record-signature");
  expect(await awaits(first, id)).not.toContain("record-signature");
  await takes(second, id, "paper-signatures", ink);
  await hall.work();
  expect(await papers(id)).toEqual(["US"]);
});

test("nobody signs at the ceremony after the last day", async () => {
  const participation = {
    signature: { to: "members", until: { on: "2027-01-10" } },
    accession: { to: "members", from: "closing" },
  };
  const id = await opened(await authentic({ participation }));
  await signs(hall, id, "KZ", { as });
  await hall.at("2027-01-11T00:00:00+05:00");
  const { original } = await hall.view(id);
  const late = { original, binding: true, as };
  expect((await refused(hall.of("KR"), id, "signatures", late))[1]).toBe("signature-period-over");
  await closes(id);
  await hall.at("2027-01-11T00:00:01+05:00");
  expect((await hall.view(id)).publish.signature).toBe("closed");
});

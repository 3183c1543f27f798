import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

type Thread = {
  id: string;
  article: number | null;
  begunAt: number;
  heading: string;
  quoted: boolean;
  resolved: boolean;
  audience: string;
  comments: { body: string; party: string | null }[];
};

const of = (party: string) => office.as("representative", party);
const threads = async (who: Client, id: string, query = "") =>
  (await who.get<{ items: Thread[] }>(`/agreements/${id}/comments${query}`)).items;

async function begins(who: Client, id: string, body: object): Promise<string> {
  const answer = await who.send("POST", `/agreements/${id}/comments`, body);
  if (answer.status !== 201) throw new Error(await answer.text());
  return ((await answer.json()) as { thread: string }).thread;
}

async function circulated(): Promise<string> {
  const id = await draft(office);
  await circulate(office, id);
  return id;
}

const aboutPurpose = {
  language: "en",
  article: 2,
  quote: "strengthen the skills of their officials",
  body: "Say which skills.",
};

test("a remark on an article is answered in its thread, closed and opened again", async () => {
  const id = await circulated();
  const thread = await begins(of("KZ"), id, aboutPurpose);
  const answered = await of("AE").send("POST", `/agreements/${id}/comments/${thread}/replies`, {
    body: "We agree.",
  });
  expect(answered.status).toBe(201);
  const close = (resolved: boolean) =>
    office
      .as("legal-officer")
      .send("POST", `/agreements/${id}/comments/${thread}/resolutions`, { resolved });
  await close(true);
  expect(await threads(of("AE"), id, "?state=open")).toEqual([]);
  await close(false);
  const [seen] = await threads(of("AE"), id, "?state=open");
  expect(seen).toMatchObject({ article: 2, heading: "Purpose", quoted: true, resolved: false });
  expect(seen?.comments.map(({ body, party }) => [party, body])).toEqual([
    ["KZ", "Say which skills."],
    ["AE", "We agree."],
  ]);
});

test("a thread follows its article when another is put before it, and says when its words have gone", async () => {
  const id = await circulated();
  await begins(of("KZ"), id, aboutPurpose);
  await begins(of("KZ"), id, { language: "en", article: 1, body: "Too long." });
  await of("AE").act(id, "change-requests", { reason: "See the comments." });
  const officer = office.as("legal-officer");
  const path = `/agreements/${id}/texts/en`;
  const text = await (await officer.send("GET", path)).text();
  const revise = async (markdown: string) => {
    const { version } = await officer.get<{ version: number }>(`/agreements/${id}`);
    const headers = { "Content-Type": "text/markdown", "If-Match": `"${version}"` };
    expect((await officer.send("PUT", path, markdown, headers)).status).toBe(200);
  };
  const inserted = text.replace(/^## /m, "## Name\n\nThis Memorandum has a name.\n\n## ");
  await revise(inserted);
  const places = async () =>
    (await threads(officer, id)).map(({ article, quoted, begunAt }) => [begunAt, article, quoted]);
  expect(await places()).toEqual([
    [1, 2, true],
    [2, 3, true],
  ]);
  await revise(inserted.replace("strengthen the skills of their officials", "train officials"));
  expect(await places()).toEqual([
    [1, 2, true],
    [2, 3, false],
  ]);
});

test("a party's own thread is read by its people and by nobody else, the office included", async () => {
  const id = await circulated();
  const own = await begins(of("KZ"), id, { ...aboutPurpose, audience: "own-party" });
  expect((await threads(of("KZ"), id)).map(({ audience }) => audience)).toEqual(["own-party"]);
  for (const other of [of("AE"), office.as("legal-officer"), office.as("secretariat")]) {
    expect(await threads(other, id)).toEqual([]);
  }
  for (const other of [of("AE"), office.as("legal-officer")]) {
    const answer = await other.send("POST", `/agreements/${id}/comments/${own}/replies`, {
      body: "?",
    });
    expect(answer.status).toBe(404);
  }
});

test("who sees no agreement sees no comment, and whose role does not comment is told so", async () => {
  const id = await circulated();
  const asks = async (who: Pick<Client, "send">) =>
    (await who.send("POST", `/agreements/${id}/comments`, aboutPurpose)).status;
  expect(await asks(office.anyone)).toBe(401);
  expect(await asks(of("US"))).toBe(404);
  expect(await asks(office.as("archivist"))).toBe(404);
  expect(await asks(office.as("secretariat"))).toBe(403);
  expect((await of("US").send("GET", `/agreements/${id}/comments`)).status).toBe(404);
});

test("a party that is taken out loses sight of its own threads too", async () => {
  const id = await draft(office, { parties: [{ code: "KZ" }, { code: "AE" }, { code: "US" }] });
  await circulate(office, id);
  await begins(of("US"), id, { ...aboutPurpose, audience: "own-party" });
  await of("AE").act(id, "change-requests", { reason: "Without the third." });
  await office
    .as("legal-officer")
    .act(id, "party-changes", { parties: [{ code: "KZ" }, { code: "AE" }] });
  expect((await of("US").send("GET", `/agreements/${id}/comments`)).status).toBe(404);
});

test("a place that the text does not have is refused, and so is what no text may hold", async () => {
  const id = await circulated();
  const post = async (body: object) => {
    const answer = await of("KZ").send("POST", `/agreements/${id}/comments`, body);
    const { errors } = (await answer.json()) as { errors?: { pointer: string }[] };
    return [answer.status, errors?.[0]?.pointer];
  };
  expect(await post({ ...aboutPurpose, article: 99 })).toEqual([400, "/article"]);
  expect(await post({ ...aboutPurpose, quote: "no such words" })).toEqual([400, "/quote"]);
  expect((await post({ ...aboutPurpose, body: "a\u202eb" }))[0]).toBe(422);
});

test("a comment sent twice under one key is kept once, and changes no version", async () => {
  const id = await circulated();
  const { version } = await of("KZ").get<{ version: number }>(`/agreements/${id}`);
  const send = () =>
    of("KZ").send("POST", `/agreements/${id}/comments`, aboutPurpose, {
      "Idempotency-Key": "one-remark",
    });
  const [first, second] = [await send(), await send()];
  expect(await first.json()).toEqual(await second.json());
  expect(await threads(of("KZ"), id)).toHaveLength(1);
  expect(await of("KZ").get(`/agreements/${id}`)).toMatchObject({ version });
});

test("threads are listed a page at a time", async () => {
  const id = await circulated();
  for (const article of [1, 2, 3]) {
    await begins(of("KZ"), id, { language: "en", article, body: `About ${article}.` });
  }
  type Page = { items: Thread[]; next: string | null };
  const first = await of("KZ").get<Page>(`/agreements/${id}/comments?limit=2`);
  const second = await of("KZ").get<Page>(
    `/agreements/${id}/comments?limit=2&cursor=${first.next}`,
  );
  const all = [...first.items, ...second.items].map(({ begunAt }) => begunAt);
  expect([all.sort(), second.next]).toEqual([[1, 2, 3], null]);
});

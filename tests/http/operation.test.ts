import { afterAll, beforeAll, expect, test } from "vitest";
import type { JobView } from "#src/outbox/list-jobs.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

let office: Office;
let secretary: Client;
const agreements: string[] = [];
beforeAll(async () => {
  office = await openOffice();
  secretary = office.as("secretariat");
  for (let n = 0; n < 5; n++) {
    const id = await draft(office);
    await circulate(office, id);
    agreements.push(id);
  }
});
afterAll(() => office.close());

type Page = { items: JobView[]; next: string | null };

test("the jobs are read page by page, each once and the newest first", async () => {
  const seen: string[] = [];
  let cursor = "";
  for (let page = 0; page < 10; page++) {
    const { items, next } = await secretary.get<Page>(`/jobs?limit=2${cursor}`);
    seen.push(...items.map(({ id }) => id));
    if (next === null) break;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
  expect(seen).toHaveLength(5);
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => Number(b) - Number(a)));
});

test("they are filtered by state and by agreement", async () => {
  const [id = ""] = agreements;
  const { items } = await secretary.get<Page>(`/jobs?agreement=${id}`);
  expect(items.map(({ agreement, state }) => [agreement, state])).toEqual([[id, "waiting"]]);
  expect(items.map(({ effect, letter }) => [effect, letter])).toEqual([
    ["request-review", "review-requested"],
  ]);
  expect((await secretary.get<Page>("/jobs?state=failed")).items).toEqual([]);
  expect((await secretary.get<Page>("/jobs?state=waiting")).items).toHaveLength(5);
});

test.each(["x", "MQ=", btoa("1; DROP"), btoa("9".repeat(19))])(
  "the cursor %s, which no page gave, is refused",
  async (cursor) => {
    const answer = await secretary.send("GET", `/jobs?cursor=${encodeURIComponent(cursor)}`);
    expect(answer.status).toBe(400);
  },
);

test("the secretariat sees whose seal it is, until when, and the log's key", async () => {
  const { seal, log } = await secretary.get<{ seal: object; log: object }>("/seal");
  expect(seal).toEqual({
    subject: expect.stringContaining("CN="),
    issuer: expect.stringContaining("CN="),
    notBefore: expect.stringMatching(/^\d{4}-.*Z$/),
    notAfter: expect.stringMatching(/^\d{4}-.*Z$/),
    algorithm: expect.stringMatching(/^(RSA \d+|ECDSA P-256) with SHA-256$/),
    trusted: false,
    timestampAuthority: null,
    level: null,
  });
  expect(log).toEqual({
    origin: office.log.name,
    verificationKey: expect.stringContaining(`${office.log.name}+`),
  });
  expect((await office.as("legal-officer").send("GET", "/seal")).status).toBe(403);
});

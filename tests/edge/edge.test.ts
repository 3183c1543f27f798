import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EdgeOffice, openEdgeOffice, root } from "#tests/support/edge.ts";
import { circulate, draft, newAgreement } from "#tests/support/scenario.ts";

let at: EdgeOffice;

beforeAll(async () => {
  at = await openEdgeOffice();
});
afterAll(() => at.close());

test("it is alive and ready", async () => {
  expect(await (await at.edge.fetch("/healthz")).json()).toEqual({ alive: true });
  expect(await (await at.edge.fetch("/readyz")).json()).toMatchObject({
    ready: true,
    state: "ready",
  });
});

test("it serves the same contract", async () => {
  const kept = JSON.parse(await readFile(join(root, "docs/openapi.json"), "utf8"));
  expect(await (await at.edge.fetch("/openapi.json")).json()).toEqual(kept);
});

test.each(["en", "ru", "ar", "kk", "fr"])(
  "it refuses in the reader's words: %s",
  async (language) => {
    const [path, headers] = ["/api/v1/agreements", { "Accept-Language": language }];
    const here = (await (await at.edge.fetch(path, { headers })).json()) as Record<string, unknown>;
    const there = await (await at.office.app.request(path, { headers })).json();
    expect(here).toMatchObject({ title: there.title, detail: there.detail });
    expect(here.title).not.toBe("unauthenticated");
  },
);

test("files of the web app are served beside the API", async () => {
  expect(await (await at.edge.fetch("/robots.txt")).text()).toContain("Disallow: /api/");
});

test("pages are served as on Node", async () => {
  for (const page of ["/", "/docs", "/sign-in"]) {
    const answer = await at.edge.fetch(page);
    const there = await at.office.app.request(page);
    // Each answer has a nonce of its own.
    const bare = (text: string) => text.replace(/nonce="[^"]+"/, "");
    expect([answer.status, bare(await answer.text())]).toEqual([
      there.status,
      bare(await there.text()),
    ]);
  }
});

test("an agreement is created once, however often it is sent", async () => {
  const create = () =>
    at.as("legal-officer").send("POST", "/agreements", newAgreement(), {
      "Idempotency-Key": "at-the-edge",
    });
  const first = await create();
  const again = await create();
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(await again.json()).toEqual(await first.json());
});

test("an approval is on record and its effect waits in the outbox", async () => {
  const id = await draft(at.office);
  await circulate(at.office, id);
  const kazakhstan = at.as("representative", "KZ");
  const seen = await kazakhstan.send("GET", `/agreements/${id}`);
  const { digest } = (await seen.json()) as { digest: string };
  await kazakhstan.act(id, "approvals", { digest });
  const { db } = at.office;
  const approvals = db.selectFrom("approvals").select("party").where("agreement", "=", id);
  expect(await approvals.execute()).toEqual([{ party: "KZ" }]);
  const waiting = db.selectFrom("outbox").select("effect").where("agreement", "=", id);
  expect(await waiting.where("sent_at", "is", null).execute()).toEqual([
    { effect: "request-review" },
  ]);
});

test("a version that is no longer the present one is refused", async () => {
  const id = await draft(at.office);
  const answer = await at
    .as("legal-officer")
    .send("POST", `/agreements/${id}/submissions`, {}, { "If-Match": '"7"' });
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([
    412,
    "application/problem+json",
  ]);
});

test("thirty requests at once and ten one after another are all answered", async () => {
  const list = () => at.as("legal-officer").send("GET", "/agreements");
  const together = await Promise.all(Array.from({ length: 30 }, list));
  expect(together.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 200));
  for (let n = 0; n < 10; n++) expect((await list()).status).toBe(200);
});

test("no connection stays open behind the answers", async () => {
  const connected = async () => {
    const found = await sql<{ pid: number }>`SELECT pid FROM pg_stat_activity
      WHERE datname = current_database()`.execute(at.office.db);
    return found.rows.map(({ pid }) => pid);
  };
  const before = await connected();
  const list = () => at.as("legal-officer").send("GET", "/agreements");
  await Promise.all(Array.from({ length: 20 }, list));
  await expect
    .poll(async () => (await connected()).filter((pid) => !before.includes(pid)))
    .toEqual([]);
});

test("what needs a whole machine answers 501 and says so", async () => {
  const id = await draft(at.office);
  const draftPdf = await at.as("legal-officer").send("GET", `/agreements/${id}/pdf?kind=draft`);
  const verification = await at.anyone.send("POST", "/verifications", "%PDF-1.7", {
    "Content-Type": "application/pdf",
  });
  for (const answer of [draftPdf, verification]) {
    expect(answer.status).toBe(501);
    expect(await answer.json()).toMatchObject({ type: "urn:depositary:problem:not-at-the-edge" });
  }
});

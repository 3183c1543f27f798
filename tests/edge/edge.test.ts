import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestHarness, type TestHarness } from "wrangler";
import { readFacts } from "#src/agreements/facts.ts";
import { findAgreement } from "#src/agreements/find.ts";
import { publish } from "#src/agreements/publish.ts";
import { reportSealed } from "#src/agreements/report-sealed.ts";
import { sha256 } from "#src/digest.ts";
import { sealingService } from "#src/people/person.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import {
  circulate,
  draft,
  newAgreement,
  openForSigning,
  signFor,
} from "#tests/support/scenario.ts";

const root = join(import.meta.dirname, "../..");
const settings = {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_LOG: "error",
};

let office: Office;
let edge: TestHarness;
let keys: Record<string, string>;

async function startEdge(databaseUrl: string): Promise<TestHarness> {
  const variable = "CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE";
  Object.assign(process.env, settings, { [variable]: databaseUrl });
  const harness = createTestHarness({ root, workers: [{ configPath: "./wrangler.toml" }] });
  await harness.listen();
  return harness;
}

beforeAll(async () => {
  office = await openOffice();
  keys = JSON.parse(await readFile(join(office.folder, "demo-keys.json"), "utf8"));
  edge = await startEdge(office.url);
});
afterAll(async () => {
  await edge.close();
  await office.close();
});

/** A request to the edge as the demo person of this address. */
async function send(
  email: string | null,
  method: string,
  path: string,
  body?: unknown,
  headers = {},
) {
  return edge.fetch(`/api/v1${path}`, {
    method,
    headers: {
      ...(email && { Authorization: `Bearer ${keys[email]}` }),
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const officer = "aigerim.nurlanova@hub.example";
const kazakhstan = "yerlan.abdrakhmanov@kz.example";

test("it is alive and ready", async () => {
  expect(await (await edge.fetch("/healthz")).json()).toEqual({ alive: true });
  expect(await (await edge.fetch("/readyz")).json()).toEqual({ ready: true });
});

test("it serves the same contract", async () => {
  const kept = JSON.parse(await readFile(join(root, "docs/openapi.json"), "utf8"));
  expect(await (await edge.fetch("/openapi.json")).json()).toEqual(kept);
});

test("files of the web app are served beside the API", async () => {
  expect(await (await edge.fetch("/robots.txt")).text()).toContain("Disallow: /api/");
});

test("an agreement is created and approved, and its effects wait in the outbox", async () => {
  const created = await send(officer, "POST", "/agreements", newAgreement(), {
    "Idempotency-Key": "at-the-edge",
  });
  expect(created.status).toBe(201);
  const { id } = (await created.json()) as { id: string };
  await circulate(office, id);
  const seen = await send(kazakhstan, "GET", `/agreements/${id}`);
  const { digest } = (await seen.json()) as { digest: string };
  const approved = await send(
    kazakhstan,
    "POST",
    `/agreements/${id}/approvals`,
    { digest },
    {
      "If-Match": seen.headers.get("ETag") ?? "",
    },
  );
  expect(approved.status).toBe(201);
  const approvals = await office.db
    .selectFrom("approvals")
    .select("party")
    .where("agreement", "=", id)
    .execute();
  expect(approvals).toEqual([{ party: "KZ" }]);
  const waiting = await office.db
    .selectFrom("outbox")
    .select("effect")
    .where("agreement", "=", id)
    .where("sent_at", "is", null)
    .execute();
  expect(waiting).toEqual([{ effect: "request-review" }]);
});

test("thirty requests at once and one after another are all answered", async () => {
  const at = () => send(officer, "GET", "/agreements").then(({ status }) => status);
  const together = await Promise.all(Array.from({ length: 30 }, at));
  expect(new Set(together)).toEqual(new Set([200]));
  for (let n = 0; n < 10; n++) expect(await at()).toBe(200);
});

test("no connection stays open behind the answers", async () => {
  await Promise.all(Array.from({ length: 20 }, () => send(officer, "GET", "/agreements")));
  await expect
    .poll(async () => {
      const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count
        FROM pg_stat_activity WHERE datname = current_database()`.execute(office.db);
      return rows[0]?.count;
    })
    // The office's own pool holds at most ten.
    .toBeLessThanOrEqual(10);
});

describe("the sealed PDF of a published agreement", () => {
  const sealed = new TextEncoder().encode("%PDF-1.7 sealed");
  let id: string;
  let digest: string;

  beforeAll(async () => {
    digest = await sha256(sealed);
    id = await draft(office);
    await openForSigning(office, id);
    for (const party of ["KZ", "AE"]) await signFor(office, id, party);
    const { original } = await readFacts(office.db, id);
    const { text_version: number } = await findAgreement(office.db, id, sealingService);
    await reportSealed(office.ctx, {
      agreement: id,
      number,
      original: original ?? "",
      digest,
      level: "B-B",
      trusted: false,
    });
    const { version } = await findAgreement(office.db, id, sealingService);
    const { person } = office.as("legal-officer");
    await publish(office.ctx, { agreement: id, person, version, request: null });
    await bucket().then((objects) => objects.put(digest, sealed));
  });

  type Bucket = { put(key: string, bytes: Uint8Array): Promise<unknown> };

  async function bucket(): Promise<Bucket> {
    const { OBJECTS } = await edge.getWorker<{ OBJECTS: Bucket }>().getEnv();
    return OBJECTS;
  }

  test("is read from R2, under its digest", async () => {
    const answer = await send(null, "GET", `/register/${id}/pdf`);
    expect([answer.status, answer.headers.get("ETag")]).toEqual([200, `"${digest}"`]);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(sealed);
  });

  test("is not served once its bytes are others", async () => {
    await (await bucket()).put(digest, new TextEncoder().encode("%PDF-1.7 other"));
    const answer = await send(null, "GET", `/register/${id}/pdf`);
    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject({ title: "integrity-error" });
  });
});

test("what needs a whole machine answers 501 and says so", async () => {
  const id = await draft(office);
  const draftPdf = await send(officer, "GET", `/agreements/${id}/pdf?kind=draft`);
  const verification = await edge.fetch("/api/v1/verifications", {
    method: "POST",
    headers: { "Content-Type": "application/pdf" },
    body: "%PDF-1.7",
  });
  for (const answer of [draftPdf, verification]) {
    expect(answer.status).toBe(501);
    expect(await answer.json()).toMatchObject({ title: "not-at-the-edge" });
  }
});

test("a database that does not answer is a 503 and not a hang", async () => {
  const lost = await startEdge("postgres://nobody:nothing@127.0.0.1:1/nowhere");
  const answer = await lost.fetch("/api/v1/register");
  await lost.close();
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ title: "unavailable" });
});

test("the bundle is small and holds neither queue nor typesetter", async () => {
  const folder = freshFolder();
  const wrangler = join(root, "node_modules/.bin/wrangler");
  const call = ["deploy", "--dry-run", "--outdir", folder.path];
  await promisify(execFile)(wrangler, call, { cwd: root, env: { ...process.env, ...settings } });
  const names = (await readdir(folder.path)).filter((name) => name.endsWith(".js"));
  const script = await readFile(join(folder.path, names[0] ?? ""), "utf8");
  folder.remove();
  for (const foreign of ["harfbuzz", "bullmq", "nodemailer", "NotoSerif"]) {
    expect(script.toLowerCase()).not.toContain(foreign.toLowerCase());
  }
  expect(script.length).toBeLessThan(4_000_000);
});

import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publish } from "#src/agreements/force/publish.ts";
import type { JobContext } from "#src/jobs/job-context.ts";
import { renewFiles } from "#src/jobs/renew-files.ts";
import { timestampingOf } from "#src/keys/timestamping.ts";
import type { Timestamping } from "#src/pdf/seal.ts";
import { askAuthority } from "#src/pdf/timestamp/ask-authority.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft, openAndSign, told } from "#tests/support/scenario.ts";
import { openTimestampServer } from "#tests/support/timestamp-server.ts";
import { openTrustFiles, type TrustFiles } from "#tests/support/trust-files.ts";

const day = 86_400_000;
let trustFiles: TrustFiles;
let office: Office;
let context: JobContext;
let id: string;
let later: Awaited<ReturnType<typeof openTimestampServer>>;
let timestamping: Timestamping;

beforeAll(async () => {
  trustFiles = await openTrustFiles(["KZ", "AE"]);
  office = await openOffice(trustFiles.office);
  context = await roomOf(office);
  id = await draft(office);
  await bringToOriginal(office, id);
  await work(office, context);
  await openAndSign(office, id);
  await work(office, context);
  later = await openTimestampServer(trustFiles.clock, { until: new Date(Date.now() + 400 * day) });
  const trust = [new X509Certificate(trustFiles.clock.pem)];
  const timestamps = askAuthority({ url: later.url, trust, now: () => new Date() });
  timestamping = { ...timestampingOf(office)!, timestamps };
});
afterAll(async () => {
  await later.close();
  await office.close();
  await trustFiles.close();
});

const renew = (days: number) => renewFiles(office.ctx, { timestamping, at: new Date(), days });
const archivist = () => office.as("archivist");
const fetchPdf = async (kind: string) => {
  const response = await archivist().send("GET", `/agreements/${id}/pdf?kind=${kind}`);
  return new Uint8Array(await response.arrayBuffer());
};

test("what ends soon is renewed, what does not is left, and each file is handed out as it is now", async () => {
  const before = { sealed: await fetchPdf("sealed"), evidence: await fetchPdf("evidence") };
  expect((await renew(10)).map(({ outcome }) => outcome)).toEqual(["not due", "not due"]);
  const outcomes = await renew(60);
  expect(outcomes.map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ["sealed", "renewed"],
    ["evidence", "renewed"],
  ]);
  for (const kind of ["sealed", "evidence"] as const) {
    const now = await fetchPdf(kind);
    expect(now.length).toBeGreaterThan(before[kind].length);
    expect(Buffer.compare(now.subarray(0, before[kind].length), before[kind])).toBe(0);
    const at = new Date(Date.now() + 100 * day);
    const reader = { trust: office.seal.trust, timestampTrust: office.timestamping.timestampTrust };
    const verdicts = [before[kind], now].map(
      async (pdf) => (await verifyPdf(pdf, { ...reader, at })).verdict,
    );
    expect(await Promise.all(verdicts)).toEqual(["EXPIRED", "VALID"]);
  }
  expect((await renew(60)).map(({ outcome }) => outcome)).toEqual(["not due", "not due"]);
});

test("each renewal is on record in the evidence, with what it was made of", async () => {
  const rows = await office.db
    .selectFrom("evidence")
    .select(["detail", "stage"])
    .where("agreement", "=", id)
    .where("act", "=", "report-renewed")
    .execute();
  const seal = await office.db.selectFrom("seals").selectAll().executeTakeFirstOrThrow();
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ detail: { base: seal.digest, from: seal.digest } });
  expect(rows[0]?.stage).toBe("publish");
});

test("the register shows the newest form, and knows every form by its digest", async () => {
  await publish(office.ctx, await told(office, id, office.as("legal-officer")));
  const entry = (await (await office.anyone.send("GET", `/register/${id}`)).json()) as {
    digest: string;
    level: string;
  };
  const seal = await office.db.selectFrom("seals").selectAll().executeTakeFirstOrThrow();
  const { digest } = await office.db
    .selectFrom("renewals")
    .select("digest")
    .where("base", "=", seal.digest)
    .executeTakeFirstOrThrow();
  expect([entry.digest, entry.level]).toEqual([digest, "B-LTA"]);
  for (const form of [seal.digest, digest]) {
    const pdf = await office.ctx.objects.get(form);
    const answer = await office.app.request("/api/v1/verifications", {
      method: "POST",
      headers: { "Content-Type": "application/pdf" },
      body: pdf as BodyInit,
    });
    expect(await answer.json()).toMatchObject({ verdict: "VALID", inRegister: true });
  }
});

test("a fixity check reads the newest form", async () => {
  expect((await archivist().act(id, "ingestion")).status).toBe(201);
  expect((await archivist().act(id, "fixity-checks")).status).toBe(201);
  const { detail } = await office.db
    .selectFrom("evidence")
    .select("detail")
    .where("act", "=", "check-fixity")
    .executeTakeFirstOrThrow();
  const { digest } = await office.db
    .selectFrom("renewals")
    .innerJoin("seals", "seals.digest", "renewals.base")
    .select("renewals.digest")
    .executeTakeFirstOrThrow();
  expect(detail).toEqual({ digest, intact: true });
});

test("one that cannot be renewed is named, stops no other, and leaves nothing", async () => {
  later.behave("failing");
  const outcomes = await renew(1000);
  later.behave("honest");
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["failed", "failed"]);
  expect(outcomes[0]?.reason).toMatch(/timestamp authority/);
  const { count } = await office.db
    .selectFrom("renewals")
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(2);
});

test("what is on record of renewals is neither changed nor taken away", async () => {
  await expect(office.db.deleteFrom("renewals").execute()).rejects.toThrow("never changed");
});

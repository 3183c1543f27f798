import { generateKeyPairSync } from "node:crypto";
import { Client as Connection } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findAgreement } from "#src/agreements/find.ts";
import { openCheckpoint } from "#src/evidence/open-note.ts";
import { readAnnex } from "#src/evidence/read-annex.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import type { JobContext } from "#src/jobs/job-context.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { sealingService } from "#src/people/person.ts";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import { fill } from "#tests/support/evidence.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft, openAndSign } from "#tests/support/scenario.ts";

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** Brings an agreement to its seal with the jobs of this room, and gives the text of its annex. */
async function sealedAnnex(
  log = office.log,
  sign = (id: string) => openAndSign(office, id),
  change: Partial<JobContext> = {},
): Promise<{ id: string; text: string }> {
  const context = { ...(await roomOf(office)), log, ...change };
  const id = await draft(office);
  await bringToOriginal(office, id);
  await work(office, context);
  await sign(id);
  await work(office, context);
  const { digest } = await office.db
    .selectFrom("annexes")
    .select("digest")
    .where("agreement", "=", id)
    .executeTakeFirstOrThrow();
  const pdf = await office.ctx.objects.get(digest);
  if (!pdf) throw new Error("The annex is not in the store.");
  expect((await verifyPdf(pdf, { trust: office.seal.trust })).verdict).toBe("VALID");
  return { id, text: textOf(pdf) };
}

/** The agreement, and of which version and when its annex was ordered. */
async function ordered(id: string) {
  const agreement = await findAgreement(office.db, id, sealingService);
  const { created_at: until, number } = await office.db
    .selectFrom("outbox")
    .select(["created_at", "number"])
    .where("agreement", "=", id)
    .where("effect", "=", "seal-evidence")
    .executeTakeFirstOrThrow();
  return { agreement, number, until };
}

const notYet = "the evidence log had not yet taken and signed all these acts";
const plain = (text: string) => text.replace(/\s+/g, " ");

test("the annex names the first checkpoint over its acts, however long the log grows after", async () => {
  const { id, text } = await sealedAnnex();
  const { agreement, number, until } = await ordered(id);
  const annex = await readAnnex(office.db, agreement, { number, until });
  const checkpoint = openCheckpoint(annex.checkpoint ?? "", vkeyOf(office.log));
  const last = annex.events.at(-1);
  expect(last?.act).toBe("report-sealed");
  expect(checkpoint?.size).toBe((last?.logged ?? 0) + 1);
  const root = Buffer.from(checkpoint?.root ?? "", "hex").toString("base64");
  expect(text.replace(/\s/g, "")).toContain(root);
  expect(plain(text)).not.toContain(notYet);
  await draft(office);
  await fill(office);
  expect(await readAnnex(office.db, agreement, { number, until })).toEqual(annex);
});

test("a log that cannot be signed keeps no annex back, and the annex says so", async () => {
  const { privateKey } = generateKeyPairSync("ed25519");
  const { text } = await sealedAnnex({ ...office.log, key: privateKey });
  expect(plain(text)).toContain(notYet);
});

test("a log that another holds keeps the annex back for five seconds and no longer", async () => {
  const other = new Connection({ connectionString: office.url });
  await other.connect();
  await other.query("BEGIN");
  await other.query("SELECT pg_advisory_xact_lock(69629162)");
  const pauses: number[] = [];
  const { text } = await sealedAnnex(office.log, undefined, {
    pause: async (ms) => void pauses.push(ms),
  });
  // Once for the seal and once for the annex.
  expect(pauses.reduce((sum, ms) => sum + ms)).toBe(2 * 5000);
  expect(plain(text)).toContain(notYet);
  await other.query("ROLLBACK");
  await other.end();
});

test("a signature recorded by a process whose clock is ahead is in the annex, in its place", async () => {
  const { now } = office.ctx;
  const { id } = await sealedAnnex(office.log, async (agreement) => {
    office.ctx.now = () => new Date(now().getTime() + 5 * 60_000);
    await openAndSign(office, agreement);
    office.ctx.now = now;
  });
  const { agreement, number, until } = await ordered(id);
  const { events, signatures } = await readAnnex(office.db, agreement, { number, until });
  expect(events.filter(({ act }) => act === "sign")).toHaveLength(signatures.length);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
  expect(events.at(-1)?.act).toBe("report-sealed");
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { findClaims } from "#src/pdf/verify/find-claims.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { openAuthority, rsa } from "#tests/support/authority.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft, openAndSign } from "#tests/support/scenario.ts";

const hour = 3_600_000;
const authority = openAuthority("Office");
const folder = freshFolder();
let office: Office;
afterEach(async () => {
  await office.close();
});

/** An office whose seal's certificate is valid from and until so many hours from now. */
async function openWith(from: number, until: number) {
  const at = (hours: number) => new Date(Date.now() + hours * hour);
  const issued = authority.issue("Seal", { key: rsa(2048), from: at(from), until: at(until) });
  const chainFile = join(folder.path, "chain.pem");
  writeFileSync(chainFile, authority.pem);
  office = await openOffice({
    seal: {
      ...{ kind: "pem", passwordFile: null, chainFile },
      ...{ keyFile: issued.keyFile, certFile: issued.certificateFile },
    },
  });
}

/** An agreement whose seal was ordered some hours ago, and its record after the job. */
async function sealAfter(hours: number) {
  const id = await draft(office);
  // The log has none of what this test dates back, and is not waited for.
  const context = { ...(await roomOf(office)), pause: async () => {} };
  await bringToOriginal(office, id);
  await work(office, context);
  await openAndSign(office, id);
  await office.db
    .updateTable("outbox")
    .set({ created_at: new Date(Date.now() - hours * hour) })
    .where("agreement", "=", id)
    .where("effect", "=", "seal-instrument")
    .execute();
  const from = Date.now();
  await work(office, context);
  const row = await office.db
    .selectFrom("seals")
    .select("digest")
    .where("agreement", "=", id)
    .executeTakeFirst();
  const pdf = row ? await office.ctx.objects.get(row.digest) : null;
  return { id, pdf, from };
}

test("a seal that had to wait says when it was made, not when it was ordered", async () => {
  await openWith(-1, 10);
  const { pdf, from } = await sealAfter(3);
  const { verdict, signatures } = await verifyPdf(pdf!, { trust: [authority.pem], at: new Date() });
  expect(verdict).toBe("VALID");
  // PDF dates have whole seconds.
  for (const { at } of signatures) expect(Date.parse(at!)).toBeGreaterThan(from - 1000);
  expect(findClaims(pdf!)).toHaveLength(3);
});

test("with a certificate that has ended since the order nothing is sealed, and the record says why", async () => {
  await openWith(-10, -1);
  const { id, pdf } = await sealAfter(3);
  expect(pdf).toBeNull();
  const { detail } = await office.db
    .selectFrom("evidence")
    .select("detail")
    .where("agreement", "=", id)
    .where("act", "=", "report-seal-failed")
    .executeTakeFirstOrThrow();
  expect(detail.reason).toContain("certificate of the seal is not valid on the day of sealing");
});

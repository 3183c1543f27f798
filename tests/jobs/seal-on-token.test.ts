import { afterAll, beforeAll, expect, test } from "vitest";
import { findAgreement } from "#src/agreements/find.ts";
import { runJob } from "#src/jobs/run-job.ts";
import type { SealFiles } from "#src/keys/seal-key.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { sealingService } from "#src/people/person.ts";
import { type Ceremony, ceremony, rsa } from "#tests/pdf/keys/ceremony.ts";
import { softHsm, softTokens } from "#tests/pdf/keys/soft-token.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { countObjects } from "#tests/support/objects.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft, openAndSign } from "#tests/support/scenario.ts";

let office: Office;
let own: Ceremony;
let tokens: ReturnType<typeof softTokens>;
let seal: SealFiles;

beforeAll(async () => {
  office = await openOffice();
  own = ceremony(rsa(3072));
  tokens = softTokens(own);
  tokens.make("office");
  tokens.putKey("office", "seal", "a1");
  seal = await own.open({
    SEAL_PKCS11_MODULE: softHsm,
    SEAL_PKCS11_TOKEN: "office",
    SEAL_PKCS11_KEY: "seal",
    SEAL_PKCS11_PIN_FILE: own.file("pin"),
    SEAL_CERT_FILE: own.file("cert.pem"),
    SEAL_CHAIN_FILE: own.file("above.pem"),
  });
});
afterAll(async () => {
  await office.close();
  own.close();
});

test("while the token is away nothing is sealed, and when it is back the same job seals", async () => {
  const context = { ...(await roomOf(office)), sealKey: seal.key };
  const id = await draft(office, { languages: ["en"] });
  await bringToOriginal(office, id);
  await work(office, context);
  await openAndSign(office, id);
  const ordered = await office.db
    .selectFrom("outbox")
    .select(["id", "run"])
    .where("agreement", "=", id)
    .where("effect", "=", "seal-instrument")
    .executeTakeFirstOrThrow();
  const job = { id: `seal-instrument-${ordered.id}-${ordered.run}`, last: false };
  const before = await countObjects(office);

  tokens.draw();
  await expect(runJob(context, job)).rejects.toThrow(/The token gave no signature/);
  expect(await stageOf(id)).toBe("sign.sealing");
  expect(await seals(id)).toEqual([]);
  expect(await countObjects(office)).toEqual(before);

  tokens.putBack();
  await runJob(context, job);
  expect(await stageOf(id)).toBe("publish");
  const [sealed, ...more] = await seals(id);
  expect(more).toEqual([]);
  const pdf = await office.ctx.objects.get(sealed!.digest);
  expect((await verifyPdf(pdf!, { trust: seal.trust })).verdict).toBe("VALID");
});

async function stageOf(id: string): Promise<string> {
  return (await findAgreement(office.db, id, sealingService)).stage_name;
}

function seals(id: string) {
  return office.db.selectFrom("seals").select("digest").where("agreement", "=", id).execute();
}

import { afterAll, beforeAll, expect, test } from "vitest";
import { sign } from "#src/agreements/signing/sign.ts";
import { Refusal } from "#src/errors.ts";
import { trials } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft, openForSigning, shownOriginal, told } from "#tests/support/scenario.ts";

let office: Office;

beforeAll(async () => {
  office = await openOffice({ max: 20 });
});
afterAll(() => office.close());

const signature = {
  original: shownOriginal,
  method: "account",
  as: "definitive" as const,
  binding: false,
};

test("of two last signers at the same instant both sign, and the seal is ordered once", async () => {
  const count = trials({ short: 40, long: 1000 });
  for (let done = 0; done < count; done += 20) {
    const ids = await Promise.all(
      Array.from({ length: Math.min(20, count - done) }, async () => {
        const id = await draft(office);
        await openForSigning(office, id);
        return id;
      }),
    );
    await Promise.all(ids.map(bothSign));
    for (const id of ids) await expectOneSeal(id);
  }
});

/** Both sign at the version they saw; the one who comes second reloads and signs, as a person would. */
async function bothSign(id: string): Promise<void> {
  const signers = await Promise.all(
    ["KZ", "AE"].map((party) => told(office, id, office.as("representative", party))),
  );
  const results = await Promise.allSettled(
    signers.map((asked) => sign(office.ctx, asked, signature)),
  );
  for (const [index, result] of results.entries()) {
    if (result.status === "fulfilled") continue;
    expect(result.reason).toBeInstanceOf(Refusal);
    expect(result.reason.code).toBe("stale-version");
    const party = ["KZ", "AE"][index] ?? "";
    await sign(office.ctx, await told(office, id, office.as("representative", party)), signature);
  }
}

async function expectOneSeal(id: string): Promise<void> {
  const agreement = await office.db
    .selectFrom("agreements")
    .select("stage_name")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(agreement.stage_name).toBe("sign.sealing");
  const orders = await office.db
    .selectFrom("outbox")
    .select("id")
    .where("agreement", "=", id)
    .where("effect", "=", "seal-instrument")
    .execute();
  expect(orders).toHaveLength(1);
  const signed = await office.db
    .selectFrom("signatures")
    .select("party")
    .where("agreement", "=", id)
    .execute();
  expect(signed.map(({ party }) => party).sort()).toEqual(["AE", "KZ"]);
}

test("a party that signs twice at the same instant has signed once", async () => {
  const count = trials({ short: 10, long: 200 });
  for (let n = 0; n < count; n++) {
    const id = await draft(office);
    await openForSigning(office, id);
    const asked = await told(office, id, office.as("representative", "KZ"));
    const results = await Promise.allSettled(
      Array.from({ length: 4 }, () => sign(office.ctx, asked, signature)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  }
});

import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSigning } from "#src/agreements/signing/open-signing.ts";
import type { RevocationConfig } from "#src/config/revocation.ts";
import { cardOf, signWithCard } from "#tests/support/card.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft, openAndSign, told } from "#tests/support/scenario.ts";
import { openTrustFiles, type TrustFiles } from "#tests/support/trust-files.ts";

type Policies = RevocationConfig["policies"];

let trustFiles: TrustFiles;
let office: Office;
const list = (name: string) => join(trustFiles.office.timestamping.revocation.folder, name);

beforeEach(async () => {
  trustFiles = await openTrustFiles(["KZ", "AE"]);
});
afterEach(async () => {
  await office.close();
  await trustFiles.close();
});

async function open(policies: Policies = { everyone: null, of: {} }) {
  const { seal, timestamping } = trustFiles.office;
  const revocation = { ...timestamping.revocation, policies };
  office = await openOffice({ seal, timestamping: { ...timestamping, revocation } });
}

async function openForSigning(): Promise<string> {
  const agreement = await draft(office);
  await bringToOriginal(office, agreement);
  await work(office, await roomOf(office));
  for (const nth of [0, 1]) {
    const officer = office.as("legal-officer", null, nth);
    await openSigning(office.ctx, await told(office, agreement, officer), { closesAt: null });
  }
  return agreement;
}

const detailOf = async (agreement: string, act: string) => {
  const { detail } = await office.db
    .selectFrom("evidence")
    .select("detail")
    .where("agreement", "=", agreement)
    .where("act", "=", act)
    .executeTakeFirstOrThrow();
  return detail;
};

describe("a list in REVOCATION_DIR that cannot be used", () => {
  test("stops neither the start nor verifying, and refuses what needs it by its name", async () => {
    writeFileSync(list("3.crl"), "<html>"); // KZ's is 2.crl, AE's 3.crl
    await open();
    const agreement = await openForSigning();
    const ae = office.as("representative", "AE");
    const refused = await signWithCard(
      ae,
      agreement,
      cardOf(trustFiles.of("AE"), "Mariam Al Hashimi"),
    );
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      {
        type: "urn:depositary:problem:certificate-revocation-unknown",
        detail: expect.stringContaining("قائمة إلغاء"),
        errors: [
          {
            pointer: "/certificate",
            detail: expect.stringContaining("3.crl is no whole revocation list, DER or PEM."),
          },
        ],
      },
    ]);
    const kz = office.as("representative", "KZ");
    expect(
      (await signWithCard(kz, agreement, cardOf(trustFiles.of("KZ"), "Yerlan Abdrakhmanov")))
        .status,
    ).toBe(201);
    const pdf = { headers: { "Content-Type": "application/pdf" }, body: "%PDF-1.7\n%%EOF\n" };
    const judged = await office.app.request("/api/v1/verifications", { method: "POST", ...pdf });
    expect(judged.status).toBe(200);
  });

  test("is accepted where the policy prefers a list, on record and at a lower level", async () => {
    await open({ everyone: null, of: { AE: "preferred" } });
    const agreement = await openForSigning();
    rmSync(list("3.crl"));
    const kz = office.as("representative", "KZ");
    const ae = office.as("representative", "AE");
    await signWithCard(kz, agreement, cardOf(trustFiles.of("KZ"), "Yerlan Abdrakhmanov"));
    const done = await signWithCard(
      ae,
      agreement,
      cardOf(trustFiles.of("AE"), "Mariam Al Hashimi"),
    );
    expect(done.status).toBe(201);
    const rows = await office.db
      .selectFrom("evidence")
      .select(["party", "detail"])
      .where("agreement", "=", agreement)
      .where("act", "=", "sign")
      .orderBy("seq")
      .execute();
    expect(rows.map(({ party, detail }) => [party, detail.revocation])).toEqual([
      ["KZ", { policy: "required", checked: true, warnings: [], lists: [expect.any(Object)] }],
      [
        "AE",
        {
          ...{ policy: "preferred", checked: false, lists: [] },
          warnings: [expect.stringContaining("no usable list of CN=Ministry-AE")],
        },
      ],
    ]);
    await work(office, await roomOf(office));
    expect(await detailOf(agreement, "report-sealed")).toMatchObject({
      seals: [
        {
          level: "B-T",
          warnings: [
            expect.stringContaining("B-LTA is not reached: there is no usable revocation"),
          ],
        },
      ],
    });
    const response = await kz.send("GET", `/agreements/${agreement}/pdf?kind=sealed`);
    const verdict = await office.app.request("/api/v1/verifications", {
      method: "POST",
      headers: { "Content-Type": "application/pdf" },
      body: await response.arrayBuffer(),
    });
    expect(await verdict.json()).toMatchObject({
      verdict: "VALID_NOT_IN_REGISTER",
      level: "B-T",
      warnings: [{ code: "revocation-unknown", about: '"Party-AE"' }],
      signatures: [{ revocation: "checked" }, { revocation: "unknown" }, { revocation: "checked" }],
    });
  });
});

describe("the seal", () => {
  const sealed = async (policies?: Policies) => {
    await open(policies);
    rmSync(list("0.crl"));
    const agreement = await draft(office);
    await bringToOriginal(office, agreement);
    await work(office, await roomOf(office));
    await openAndSign(office, agreement);
    await work(office, await roomOf(office));
    return agreement;
  };

  test("is not made without its authority's list, and the record says what to do", async () => {
    const agreement = await sealed();
    const { reason } = await detailOf(agreement, "report-seal-failed");
    expect(reason).toContain("there is no usable list of CN=Office");
    expect(reason).toContain("Put a current list into REVOCATION_DIR");
  });

  test("is made where its policy prefers a list, at B-T and with a warning on record", async () => {
    const agreement = await sealed({ everyone: null, of: { seal: "preferred" } });
    expect(await detailOf(agreement, "report-sealed")).toMatchObject({
      seals: [
        { level: "B-T", warnings: [expect.stringContaining("not known"), expect.any(String)] },
      ],
    });
  });
});

test("the public hears nothing of lists that the office keeps for others", async () => {
  writeFileSync(list("9.crl"), "<html>");
  await open();
  const answer = await office.app.request("/api/v1/verifications", {
    method: "POST",
    headers: { "Content-Type": "application/pdf" },
    body: "%PDF-1.7\n%%EOF\n",
  });
  expect(await answer.json()).toMatchObject({ warnings: [] });
});

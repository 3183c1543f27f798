import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readFacts } from "#src/agreements/facts.ts";
import { approve } from "#src/agreements/text/approve.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import {
  bringToOriginal,
  circulate,
  draft,
  openForSigning,
  shownOriginal,
  told,
} from "#tests/support/scenario.ts";
import { colleague } from "./colleague.ts";
import { outcome } from "./outcome.ts";
import { offered, waits } from "./what-is-offered.ts";

let office: Office;
let deputy: Awaited<ReturnType<typeof colleague>>;
let agreement: string;

beforeAll(async () => {
  office = await openOffice();
  deputy = await colleague(office, { en: "Deputy Example" });
});
beforeEach(async () => {
  agreement = await draft(office);
});
afterAll(() => office.close());

test("signing is offered to the designated signatory alone, and refused to a colleague before the passkey", async () => {
  await openForSigning(office, agreement);
  const signatory = office.as("representative", "KZ");
  expect(await offered(signatory, agreement, "sign")).toEqual([true, []]);
  expect(await offered(deputy, agreement, "sign")).toEqual([false, ["designated-signatory"]]);
  expect((await waits(signatory, agreement)).join()).toContain('"sign"');
  expect((await waits(deputy, agreement)).join()).not.toContain('"sign"');
  const shown = { original: shownOriginal, binding: false };
  const path = `/agreements/${agreement}/signatures/options`;
  expect(await outcome(await deputy.send("POST", path, shown))).toEqual([403, "not-the-signatory"]);
  const asked = await told(office, agreement, signatory);
  const seen = { "If-Match": `"${asked.version}"` };
  expect(
    await outcome(await deputy.send("POST", `/agreements/${agreement}/signatures`, shown, seen)),
  ).toEqual([403, "not-the-signatory"]);
});

test("who drafted a language is not offered to certify it, and the first officer not to be the second", async () => {
  agreement = await draft(office, { languages: ["en", "ru"] });
  await circulate(office, agreement);
  const { digest } = await readFacts(office.db, agreement);
  for (const party of ["KZ", "AE"]) {
    const asked = await told(office, agreement, office.as("representative", party));
    await approve(office.ctx, asked, { digest });
  }
  const [first, second] = [office.as("legal-officer"), office.as("legal-officer", null, 1)];
  expect(await offered(first, agreement, "certify")).toEqual([false, ["certifier-did-not-draft"]]);
  expect(await offered(second, agreement, "certify")).toEqual([true, []]);
  for (const language of ["en", "ru"]) {
    const drafted = await first.act(agreement, "concordances", { language, digest });
    expect(await outcome(drafted)).toEqual([403, "certifier-is-drafter"]);
    expect((await second.act(agreement, "concordances", { language, digest })).status).toBe(201);
  }
  expect((await first.act(agreement, "authentication", { digest })).status).toBe(201);
  expect(await offered(first, agreement, "authenticate")).toEqual([
    false,
    ["officer-has-not-authenticated"],
  ]);
  expect(await offered(second, agreement, "authenticate")).toEqual([true, []]);
});

test("the officer who opened signing first is not offered to open it as the second", async () => {
  await bringToOriginal(office, agreement);
  expect(await offered(office.as("legal-officer"), agreement, "open-signing")).toEqual([
    false,
    ["original-typeset"],
  ]);
});

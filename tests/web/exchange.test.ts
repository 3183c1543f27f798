import { afterAll, beforeAll, expect, test } from "vitest";
import { openSigning } from "#src/agreements/signing/open-signing.ts";
import type { JobContext } from "#src/jobs/job-context.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft, told } from "#tests/support/scenario.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

/** An exchange of notes in the app: chosen when drafting, shown to who replies, and kept as two files. */
let office: Office;
let web: Web;
let room: JobContext;
let id = "";

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  room = await roomOf(office);
  id = await draft(office, {
    languages: ["en", "ar"],
    parties: [{ code: "KZ" }, { code: "AE" }],
    terms: { exchange: { of: "notes" } },
  });
  await bringToOriginal(office, id);
  await work(office, room);
  for (const nth of [0, 1]) {
    const officer = office.as("legal-officer", null, nth);
    await openSigning(office.ctx, await told(office, id, officer), { closesAt: null });
  }
  for (const [code, language] of [
    ["KZ", "en"],
    ["AE", "ar"],
  ] as const) {
    await office.as("representative", code).send("PATCH", "/session", { language });
  }
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

test("a legal officer says when drafting that two exchange notes, and which comes first", async () => {
  const page = await web.device({ as: office.as("legal-officer").person.email });
  page.setDefaultTimeout(15_000);
  await page.goto(`${web.url}/agreements/new`);
  await page.getByRole("button", { name: /^Cooperation Agreement/ }).click();
  const parties = page.getByPlaceholder("Find a party by its name");
  for (const name of ["Kazakhstan", "United Arab Emirates"]) {
    await parties.click();
    await parties.fill(name.slice(0, 8));
    await page.getByRole("option", { name }).click();
  }
  await page.getByLabel("Place of signature").fill("Astana");
  await page.getByRole("combobox", { name: "How the two conclude it" }).click();
  await page.getByRole("option", { name: /^By an exchange of notes/ }).click();
  const preview = page.getByRole("region", { name: "Preview" });
  await preview.getByText("The note and the note in reply are").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Draft the agreement" }).click();
  await page.waitForURL(/\/agreements\/[\w-]+\/draft$/);
  await page.getByRole("button", { name: "Checks, terms, print and versions" }).click();
  await page.getByRole("tab", { name: "Terms" }).click();
  await page.getByRole("button", { name: /^Conclusion/ }).click();
  await page.getByRole("combobox", { name: "Who proposes: the first note or letter" }).click();
  await page.getByRole("option", { name: "United Arab Emirates" }).click();
  await page
    .getByText(/the first of them from .*United Arab Emirates/)
    .first()
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
});

test("who is to reply waits for the note, reads both, and signs their own", async () => {
  const { email } = office.as("representative", "AE").person;
  const page = await web.device({ as: email, width: 360, language: "ar" });
  page.setDefaultTimeout(15_000);
  await page.goto(`${web.url}/agreements/${id}/sign`);
  await page.getByText("طرفكم هو الذي يرد: يوقّع الطرف الآخر أولاً، وستصلكم رسالة.").waitFor();
  expect(await overflows(page)).toBe(false);
  const { original } = await office
    .as("representative", "KZ")
    .get<{ original: string }>(`/agreements/${id}`);
  const signed = await office
    .as("representative", "KZ")
    .act(id, "signatures", { original, binding: true, as: "definitive" });
  expect(signed.status).toBe(201);
  await page.reload();
  await page.getByText(/يتبادل الطرفان صكين/).waitFor();
  expect(await overflows(page)).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
});

test("the agreement's page gives each party's sealed note", async () => {
  const emirates = office.as("representative", "AE");
  const { original } = await emirates.get<{ original: string }>(`/agreements/${id}`);
  const reply = { original, binding: true, as: "definitive" };
  expect((await emirates.act(id, "signatures", reply)).status).toBe(201);
  await work(office, room);
  const page = await web.device({ as: office.as("legal-officer").person.email });
  page.setDefaultTimeout(15_000);
  await page.goto(`${web.url}/agreements/${id}`);
  const notes = page.getByRole("link", { name: "Its note" });
  await notes.first().waitFor();
  const addresses = await notes.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(addresses.map((one) => one?.slice(-2))).toEqual(["KZ", "AE"]);
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
});

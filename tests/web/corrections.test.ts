import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes } from "#tests/negotiation/concludes.ts";
import { type Hall, openHall, takes } from "#tests/negotiation/hall.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

/** Corrections in the app: proposed in a form, answered by a party, read in the register. */
let office: Office;
let web: Web;
let hall: Hall;
let id = "";

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  hall = await openHall("2027-01-11T09:00:00+05:00", office);
  id = await concludes(hall, "joint-research-arrangement", {
    variables: { place: "Astana", entry_days: 30, withdrawal_months: 6, duration_years: 1 },
    clauses: { consent: "definitive", "entry-into-force": "after-last-notification" },
    terms: { alternat: "none" },
    as: "definitive",
  });
  await takes(hall.archivist, id, "certified-copies", { party: "KZ" });
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

test("an officer names the place, the text that is right, and a term on record", async () => {
  const page = await web.device({ as: hall.officers[0].person.email, width: 1280 });
  page.setDefaultTimeout(15_000);
  await page.goto(`${web.url}/agreements/${id}`);
  await page.getByRole("button", { name: "Propose a correction" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("A word in the singular.");
  await dialog.getByLabel(/^Article/).fill("3");
  await dialog.getByLabel("Current wording").fill("Party");
  await dialog.getByLabel("Corrected wording").fill("Participant");
  await dialog.getByLabel("Russian").fill("The Russian text is right.");
  await dialog.locator("button[type=submit]").click();
  await dialog
    .getByRole("alert")
    .getByText("These words occur more than once in the article.")
    .waitFor();
  await dialog.getByRole("textbox", { name: "Which occurrence" }).fill("2");
  await dialog
    .getByRole("combobox", { name: "Terms on record that are wrong" })
    .click({ force: true });
  await page.getByRole("option", { name: "Objections to a correction" }).click();
  await dialog.getByLabel("Days to object to a correction").fill("60");
  expect(await faultsOf(page)).toEqual([]);
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "detached" });
});

test("a party reads it, and agrees, on a phone in its own language", async () => {
  const page = await web.device({ as: hall.of("KZ").person.email, width: 360 });
  page.setDefaultTimeout(15_000);
  await page.goto(`${web.url}/agreements/${id}?part=acts`);
  const section = page.locator("section[aria-labelledby=corrections]");
  await section.getByText("кездесу реті 2").first().waitFor();
  expect(await overflows(page)).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
  const agrees = page.getByRole("article").filter({ hasText: "Қатені түзетуге келісу" });
  await agrees.getByRole("button").click();
  await page.getByRole("dialog").locator("button[type=submit]").click();
  await section.getByText("келісім").first().waitFor();
});

test("the record and the register show what was made, with its procès-verbal", async () => {
  await takes(hall.of("KR"), id, "correction-agreements");
  await takes(hall.officers[0], id, "proces-verbal-of-correction");
  await takes(hall.archivist, id, "certified-copy-corrections", {
    serial: 1,
    reason: "A slip of the copyist.",
    changes: [{ language: "en", article: 3, found: "cordinators", corrected: "coordinators" }],
  });
  await hall.work();
  const archive = await web.device({ as: hall.archivist.person.email, width: 1280 });
  archive.setDefaultTimeout(15_000);
  await archive.goto(`${web.url}/agreements/${id}/record`);
  await archive.getByText("for “cordinators” read “coordinators”").waitFor();
  expect(await archive.getByText("Sealed procès-verbal (PDF)").count()).toBe(2);
  const page = await web.device({ width: 360, language: "ar" });
  page.setDefaultTimeout(15_000);
  await page.goto(`${web.url}/register/${id}`);
  const section = page.locator("section[aria-labelledby=corrections]");
  await section.getByText("Participant").waitFor();
  await section.getByText("يسري من البداية.").waitFor();
  const paper = section.getByRole("link", { name: "المحضر المختوم (PDF)" });
  const href = String(await paper.getAttribute("href"));
  const answer = await page.request.get(new URL(href, page.url()).href);
  expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  expect(await overflows(page)).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes, entersIntoForce } from "#tests/negotiation/concludes.ts";
import { type Hall, openHall, takes } from "#tests/negotiation/hall.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

/** Reservations in the app: what each page says of them, and what applies between two parties. */
let office: Office;
let web: Web;
let hall: Hall;
let id = "";
const parties = ["KZ", "AE", "KR"];
const words = "Articles 5 and 6 are not applied.";

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  hall = await openHall("2027-01-11T09:00:00+05:00", office);
  id = await concludes(hall, "multilateral-partnership-agreement", {
    parties,
    languages: ["en"],
    title: { en: "Partnership Agreement" },
    variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    terms: { alternat: "none" },
    as: "subject-to-ratification",
  });
  await hall.work();
  await hall.at("2027-02-01T09:00:00+05:00");
  const lodged = { kind: "reservation", language: "en", text: words, articles: [5, 6] };
  for (const party of parties) {
    await takes(hall.secretaries[0], id, "deposits", {
      party,
      kind: "ratification",
      signedBy: "The Head of State",
      on: "2027-02-01",
      ...(party === "AE" && { reservations: [lodged] }),
    });
  }
  await entersIntoForce(hall, id, "2027-03-10T09:00:00+05:00");
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

test("a representative objects, and says that the treaty does not enter into force between the two", async () => {
  const page = await web.device({ as: hall.of("KR").person.email, width: 1280 });
  page.setDefaultTimeout(15_000);
  await page.goto(`${web.url}/agreements/${id}`);
  await page.getByRole("tab", { name: "Acts" }).click();
  await page.getByRole("button", { name: /Answer a reservation/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("United Arab Emirates").click();
  const form = dialog.getByRole("link", { name: "Objection to a Reservation" });
  const href = String(await form.getAttribute("href"));
  const printed = await page.request.get(new URL(href, page.url()).href);
  expect((await printed.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await dialog.getByLabel("Objection", { exact: true }).click();
  await dialog.getByLabel("The treaty does not enter into force between the two States").click();
  await dialog.getByLabel("Yes: incompatible with object and purpose").click();
  await dialog.getByLabel("Reason").fill("It defeats the purpose.");
  expect(await dialog.getByLabel("State that answers").count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  await dialog.locator("button[type=submit]").click();
  await page.getByText("no treaty relations between the two").first().waitFor();
  // What is still open says why, and a late reservation stands open.
  await page.getByText("Not yet: Your party has already answered this reservation.").waitFor();
  const late = page.getByRole("article").filter({ hasText: "Circulate a late reservation" });
  expect(await late.getByText("Not yet").count()).toBe(0);
});

test("the record says what applies between two parties, with the source of each rule", async () => {
  const page = await web.device({ as: hall.officers[0].person.email, width: 1280 });
  page.setDefaultTimeout(15_000);
  await page.goto(`${web.url}/agreements/${id}/record`);
  const section = page.locator("section[aria-labelledby=relation]");
  await section.getByLabel("One party").click();
  await page.getByRole("option", { name: "United Arab Emirates" }).click();
  await section.getByLabel("The other").click();
  await page.getByRole("option", { name: /Korea/ }).click();
  await section.getByLabel("On the day").fill("2027-06-01");
  await section.getByText("treaty relations are excluded").waitFor();
  await section
    .getByText(/article 19|, 19,/)
    .first()
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test("everyone reads reservations, objections and their effect in the register, in Arabic on a phone", async () => {
  const page = await web.device({ width: 360, language: "ar" });
  page.setDefaultTimeout(15_000);
  await page.goto(`${web.url}/register/${id}`);
  await page.getByText(words).waitFor();
  await page.getByText("It defeats the purpose.").waitFor();
  await page.getByText("لا علاقات تعاهدية بينهما").waitFor();
  // What a State said is one line of parts, none of them joined by a comma of another script.
  expect(await page.getByText("يعترض عليه").first().textContent()).not.toContain(",");
  expect(await overflows(page)).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
});

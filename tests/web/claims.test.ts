import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes, entersIntoForce } from "#tests/negotiation/concludes.ts";
import { attaches, type Hall, openHall, seconded, takes } from "#tests/negotiation/hall.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

/** Claims, suspensions between some parties and communications: made in forms, read on the record and the register. */
let office: Office;
let web: Web;
let hall: Hall;
let id = "";

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  hall = await openHall("2027-01-11T09:00:00+05:00", office);
  id = await concludes(hall, "memorandum-of-understanding", {
    variables: { place: "Seoul", duration_years: 5 },
    languages: ["en"],
    title: { en: "Arrangement on Training" },
    as: "definitive",
    parties: ["KZ", "KR", "AE"],
  });
  await entersIntoForce(hall, id, "2027-01-11T10:00:00+05:00");
  const file = await attaches(hall.of("KZ"), id);
  await takes(hall.of("KZ"), id, "claims", {
    ground: "breach",
    measure: "suspension",
    against: "AE",
    language: "en",
    text: "It stopped sending trainees.",
    file,
  });
  await hall.work();
  await seconded(hall.officers, id, "suspensions-between", {
    parties: ["KR", "AE"],
    basis: "some-agree",
    title: "Exchange of letters of 11 January 2027",
    from: "2027-01-11",
    notifiedOn: "2027-01-11",
    reason: "The text does not prohibit it.",
  });
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

test("a party objects to the claim of another in a form", async () => {
  const page = await web.device({ as: hall.of("KR").person.email, width: 1280 });
  page.setDefaultTimeout(15_000);
  await page.goto(`${web.url}/agreements/${id}?part=acts`);
  await page.locator("section[aria-labelledby=claims]").waitFor();
  await page
    .getByRole("button", { name: /Object to a claim/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Claim", exact: true }).click();
  await page.getByRole("option", { name: /Material breach/ }).click();
  await dialog.getByLabel("Reasons, in the party’s words").fill("There was no breach.");
  expect(await faultsOf(page)).toEqual([]);
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "detached" });
});

test("an officer circulates a communication, told that it changes nothing", async () => {
  const page = await web.device({ as: hall.officers[0].person.email, width: 1280 });
  page.setDefaultTimeout(15_000);
  await page.goto(`${web.url}/agreements/${id}`);
  await page.getByRole("button", { name: "Circulate a communication" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("It changes nothing in law").waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test("the record and the register show both to everyone, also on a phone in Arabic", async () => {
  await takes(hall.of("AE"), id, "communications", {
    kind: "dispute",
    concerning: "KZ",
    language: "en",
    text: "It does not share this view.",
  });
  const record = await web.device({ as: hall.officers[1].person.email, width: 1280 });
  await record.goto(`${web.url}/agreements/${id}/record`);
  const claims = record.locator("section[aria-labelledby=claims]");
  await claims.getByText("Kazakhstan: Material breach (article 60)").waitFor();
  await claims.getByText("Disputed:").waitFor();
  await record
    .locator("section[aria-labelledby=suspended]")
    .getByText("Exchange of letters")
    .waitFor();
  await record.getByText("It does not share this view.").waitFor();
  expect(await faultsOf(record)).toEqual([]);
  const phone = await web.device({ width: 360, language: "ar" });
  await phone.goto(`${web.url}/register/${id}`);
  await phone
    .locator("section[aria-labelledby=suspended]")
    .getByText("Exchange of letters")
    .waitFor();
  expect(await overflows(phone)).toBe(false);
  expect(await faultsOf(phone)).toEqual([]);
});

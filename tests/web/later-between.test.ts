import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes, entersIntoForce } from "#tests/negotiation/concludes.ts";
import { type Hall, openHall, takes, waits } from "#tests/negotiation/hall.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

/** A later agreement between some of the parties: recorded in a form, read on the record and in the register. */
let office: Office;
let web: Web;
let hall: Hall;
let id = "";
const title = "Arrangement on Training of 2027";

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
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

test("an officer names the parties, the later agreement and where it is found", async () => {
  const page = await web.device({ as: hall.officers[0].person.email, width: 1280 });
  page.setDefaultTimeout(15_000);
  await page.goto(`${web.url}/agreements/${id}`);
  const name = "Record a later agreement between some parties";
  await page.getByRole("button", { name }).first().click();
  const dialog = page.getByRole("dialog");
  const between = dialog.getByRole("group", { name: "Between which parties" });
  await between.getByRole("checkbox", { name: "Kazakhstan" }).check();
  await between.getByRole("checkbox", { name: "Republic of Korea" }).check();
  await dialog.getByLabel("Title of the later agreement").fill(title);
  await dialog.getByLabel("Where it is published").fill("Official gazette 3/2027");
  await dialog.getByLabel("Statement: the same matter").fill("Both govern training.");
  expect(await faultsOf(page)).toEqual([]);
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "detached" });
});

test("the record and the register list it for everyone, also on a phone in Arabic", async () => {
  const [, second] = hall.officers;
  const [proposal] = await waits(second, id);
  await takes(second, id, "proposal-confirmations", { proposal: proposal?.id });
  const record = await web.device({ as: second.person.email, width: 1280 });
  await record.goto(`${web.url}/agreements/${id}/record`);
  const found = record.locator("section[aria-labelledby=later]");
  await found.getByText(title).waitFor();
  await found.getByText("Kazakhstan and Republic of Korea").waitFor();
  expect(await faultsOf(record)).toEqual([]);
  const phone = await web.device({ width: 360, language: "ar" });
  await phone.goto(`${web.url}/register/${id}`);
  const listed = phone.locator("section[aria-labelledby=later]");
  await listed.getByText("Official gazette 3/2027").waitFor();
  expect(await overflows(phone)).toBe(false);
  expect(await faultsOf(phone)).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";
import { openWeb, type Web, wordsIn } from "#tests/support/web.ts";

/** An officer whose computer stands in New York works on instruments of Astana. */
let office: Office;
let web: Web;
const here = "America/New_York";

beforeAll(async () => {
  office = await openOffice();
  office.ctx.zone = "Asia/Almaty";
  web = await openWeb(office);
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

const officer = () => office.as("legal-officer");

test("the form of a new agreement begins with the office's zone and takes another", async () => {
  const say = await wordsIn("en");
  const page = await web.device({ as: officer().person.email, zone: here });
  await page.goto(`${web.url}/agreements/new`);
  await page.getByRole("button", { name: /^Memorandum of Understanding/ }).click();
  const zone = page.getByRole("combobox", { name: say("new-agreement", "zone") });
  await expect.poll(() => zone.inputValue()).toBe("Almaty · Kazakhstan Time (GMT+5)");
  await zone.click();
  await zone.fill("Tashkent");
  await page.getByRole("option", { name: /^Tashkent · Uzbekistan/ }).click();
  const parties = page.getByPlaceholder(say("agreement", "taking.add"));
  for (const name of ["Kazakhstan", "Uzbekistan"]) {
    await parties.click();
    await parties.fill(name);
    await page.getByRole("option", { name }).click();
  }
  await page.getByLabel("Place of signature").first().fill("Tashkent");
  await page.getByRole("button", { name: say("new-agreement", "create") }).click();
  await page.waitForURL(/\/agreements\/[\w-]+\/draft$/);
  const [, id = ""] = /agreements\/([\w-]+)\/draft/.exec(page.url()) ?? [];
  type View = { terms: { zone: string } };
  expect((await officer().get<View>(`/agreements/${id}`)).terms.zone).toBe("Asia/Tashkent");
  expect(web.complaints()).toEqual([]);
  await page.context().close();
});

test("a deadline is entered and shown in the instrument's zone, which is named", async () => {
  const say = await wordsIn("en");
  const id = await draft(office);
  const page = await web.device({ as: officer().person.email, zone: here });
  await page.goto(`${web.url}/agreements/${id}`);
  await page.getByText(/Almaty · Kazakhstan Time \(GMT\+5\)/).waitFor();
  await page.getByRole("button", { name: say("acts", "name.submit") }).click();
  const field = page.getByLabel(say("agreement", "field.respondBy"));
  await field.fill("2099-01-10T09:00");
  await page.getByText(/Time in Almaty/).waitFor();
  expect(await field.inputValue()).toBe("2099-01-10T09:00");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: say("acts", "name.submit") })
    .click();
  await page.getByText(/Jan 10, 2099, 09:00 AM GMT\+5/).waitFor();
  const view = await officer().get<{ respondBy: string }>(`/agreements/${id}`);
  expect(view.respondBy).toBe("2099-01-10T04:00:00.000Z");
  expect(web.complaints()).toEqual([]);
  await page.context().close();
});

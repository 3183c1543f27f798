import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTurns } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { newAgreement } from "#tests/support/scenario.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

let office: Office;
let web: Web;

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  const created = await office.as("legal-officer").send("POST", "/agreements", newAgreement());
  expect(created.status).toBe(201);
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

test("a visitor who has not signed in finds the register and the verifier", async () => {
  const page = await web.device({ width: 360 });
  await page.goto(web.url);
  await page.getByRole("link", { name: "Open the register" }).click();
  await page.waitForURL(`${web.url}/register`);
  await page.goto(web.url);
  await page.getByRole("link", { name: "Verify a file" }).waitFor();
  expect(await overflows(page)).toBe(false);
});

test("an officer sees what waits, and goes where it is done", async () => {
  const page = await web.device({ as: office.as("legal-officer").person.email });
  await page.goto(web.url);
  const waiting = page.getByRole("region", { name: "Waiting for you" });
  await waiting.getByRole("link", { name: /Circulate the text/ }).click();
  await page.waitForURL(/\/agreements\/[0-9a-f-]{36}$/);
});

test("a count of more than ninety-nine is shown whole", async () => {
  const page = await web.device({ as: office.as("legal-officer").person.email, width: 360 });
  await page.route("**/api/v1/waiting", async (route) => {
    const answer = await route.fetch();
    const { items } = (await answer.json()) as { items: { agreement: string }[] };
    const many = Array.from({ length: 234 }, (_, nth) => ({ ...items[0], agreement: `${nth}` }));
    await route.fulfill({ response: answer, json: { items: many } });
  });
  await page.goto(web.url);
  const count = page.getByRole("img", { name: "234", exact: false });
  expect(await count.textContent()).toBe("234");
  const label = count.locator(".mantine-Badge-label");
  expect(await label.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
  await page.context().close();
});

test("the agreements stand on a board by stage, and in a table that an address keeps", async () => {
  const page = await web.device({ as: office.as("legal-officer").person.email });
  await page.goto(`${web.url}/agreements`);
  const draft = page.getByRole("region", { name: "Draft" });
  await draft.getByRole("link", { name: /Memorandum/ }).waitFor();
  await page.getByText("Table", { exact: true }).click();
  await page.getByLabel("Words in any language").fill("memorandum");
  await page.waitForURL(/q=/);
  await page.getByRole("row", { name: /Draft/ }).waitFor();
  await page.getByLabel("Words in any language").fill("nowhere to be found");
  await page.getByText("No agreements match").waitFor();
  await page.goto(page.url());
  await page.getByText("No agreements match").waitFor();
});

test("filters are saved under a name, and are there on another day", async () => {
  const as = office.as("legal-officer").person.email;
  const page = await web.device({ as });
  await page.goto(`${web.url}/agreements?view=table&stage=draft.editing`);
  await page.getByRole("button", { name: "Saved filters" }).click();
  await page.getByLabel("Save these filters as").fill("Drafts of mine");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("menuitem", { name: "Drafts of mine" }).waitFor();
  const other = await web.device({ as });
  await other.goto(`${web.url}/agreements`);
  await other.getByRole("button", { name: "Saved filters" }).click();
  await other.getByRole("menuitem", { name: "Drafts of mine" }).click();
  await other.waitForURL(/stage=draft.editing/);
});

const looks = [
  ["/", 1440, false],
  ["/", 360, true],
  ["/agreements", 1440, true],
  ["/agreements?view=table", 360, false],
  ["/agreements", 768, false],
] as const;

describe.each([
  ["en", inTurns(looks, 0)],
  ["ar", inTurns(looks, 1)],
] as const)("in %s", (language, looks) => {
  test.each(looks)("%s at %i px, dark: %s, is sound", async (path, width, dark) => {
    const page = await web.sameDevice({
      language,
      width,
      dark,
      as: office.as("secretariat").person.email,
    });
    // The person's own language wins; here each test has its own.
    await page.request.patch(`${web.url}/api/v1/session`, {
      data: { language },
      headers: { Origin: web.url },
    });
    await page.goto(`${web.url}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(
      language === "ar" ? "rtl" : "ltr",
    );
    expect(await overflows(page)).toBe(false);
    expect(await faultsOf(page)).toEqual([]);
    expect(web.complaints()).toEqual([]);
  });
});

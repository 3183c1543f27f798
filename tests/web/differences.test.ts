import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TermsView } from "#src/agreements/read/view-terms.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

let office: Office;
let web: Web;
let id: string;

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  id = await draft(office, { languages: ["en", "ar"] });
  const officer = office.as("legal-officer");
  const { terms } = await officer.get<TermsView>(`/agreements/${id}/terms`);
  // The memorandum's words give six months.
  const changed = { terms: { ...terms, withdrawal: { months: 3 } } };
  expect((await officer.act(id, "versions", changed)).status).toBe(201);
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

const open = async (page: Page, path = "") => {
  page.setDefaultTimeout(10_000);
  await page.goto(`${web.url}/agreements/${id}${path}`);
};

test("two officers dismiss a difference with their reasons, and the party reads them", async () => {
  const [first, second] = await Promise.all(
    [0, 1].map((nth) => web.device({ as: office.as("legal-officer", null, nth).person.email })),
  );
  if (!first || !second) return expect.unreachable();
  await open(first);
  const list = first.getByRole("region", { name: "Terms and words" });
  await list.getByText(/English text/).waitFor();
  expect(await list.getByText("Open", { exact: true }).count()).toBe(2);
  const english = list.getByRole("listitem").filter({ hasText: "English text" });
  await english.getByRole("button", { name: "Dismiss" }).click();
  await english.getByLabel("Why the difference does not matter").fill("The annex says three.");
  expect(await faultsOf(first)).toEqual([]);
  await english.getByRole("button", { name: "Record the reason" }).click();
  await english.getByText("The annex says three.").waitFor();
  await english.getByText("A second legal officer must record the same.").waitFor();
  // The same officer cannot do it twice.
  expect(await english.getByRole("button", { name: "Dismiss" }).count()).toBe(0);
  await first.getByRole("button", { name: "Circulate for review" }).click();
  await first.getByText("Open differences between terms and words: 2").waitFor();
  expect(await faultsOf(first)).toEqual([]);

  await open(second, "/draft");
  await second.getByRole("button", { name: "Checks, terms, print and versions" }).click();
  await second.getByRole("tab", { name: "Terms" }).click();
  const again = second.getByRole("listitem").filter({ hasText: "English text" });
  await again.getByRole("button", { name: "Dismiss" }).click();
  await again.getByLabel("Why the difference does not matter").fill("I agree.");
  await again.getByRole("button", { name: "Record the reason" }).click();
  await again.getByText("Dismissed", { exact: true }).waitFor();
  expect(await faultsOf(second)).toEqual([]);
  await again.getByRole("button", { name: /^Go to Section.19$/ }).click();
  await expect.poll(() => second.evaluate(() => document.activeElement?.id)).toBe("article-19");

  await circulate(office, id);
  const email = office.as("representative", "AE").person.email;
  const party = await web.device({ language: "ar", width: 360, as: email });
  const headers = { Origin: web.url };
  await party.request.patch(`${web.url}/api/v1/session`, { data: { language: "ar" }, headers });
  await open(party);
  await party.getByRole("tab", { name: "الشروط" }).click();
  const items = party.getByRole("region", { name: "الشروط والنص" }).getByRole("listitem");
  // What is open comes first.
  await items.first().getByText("العربية", { exact: true }).waitFor();
  await items.last().getByText("I agree.").waitFor();
  expect(await items.getByRole("button").count()).toBe(0);
  expect(await overflows(party)).toBe(false);
  expect(await faultsOf(party)).toEqual([]);
  expect(web.complaints()).toEqual([]);
  for (const page of [first, second, party]) await page.context().close();
});

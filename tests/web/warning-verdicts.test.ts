import { afterAll, beforeAll, expect, test } from "vitest";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

let office: Office;
let web: Web;
let id: string;

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  id = await draft(office, { languages: ["en", "ru"] });
  const officer = office.as("legal-officer");
  for (const [language, change] of [
    [
      "en",
      (text: string) =>
        text.replace("4. The Depositary performs", "4. The Depositary within XX days performs"),
    ],
    ["ru", (text: string) => text.replace("шесть месяцев", "девять месяцев")],
  ] as const) {
    const path = `/agreements/${id}/texts/${language}`;
    const { version } = await officer.get<{ version: number }>(`/agreements/${id}`);
    const text = change(await (await officer.send("GET", path)).text());
    const headers = { "Content-Type": "text/markdown", "If-Match": `"${version}"` };
    expect((await officer.send("PUT", path, text, headers)).status).toBe(200);
  }
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

test("an officer says in the editor that a warning is no fault, and the party reads why", async () => {
  const officer = await web.device({ as: office.as("legal-officer").person.email });
  officer.setDefaultTimeout(10_000);
  await officer.goto(`${web.url}/agreements/${id}/draft`);
  await officer.getByRole("button", { name: "Checks, terms, print and versions" }).click();
  const blank = officer.getByRole("listitem").filter({ hasText: "“XX” looks like a place" });
  await blank.getByRole("button", { name: "This is no fault" }).click();
  await blank.getByLabel("Why it is no fault").fill("The institute fills this line by hand.");
  expect(await faultsOf(officer)).toEqual([]);
  await blank.getByRole("button", { name: "Record the reason" }).click();
  await officer.getByRole("button", { name: "Judged to be false alarms (1)" }).click();
  await blank.getByText("The institute fills this line by hand.").waitFor();
  expect(await faultsOf(officer)).toEqual([]);
  // A difference between terms and words is dismissed by two officers, with the terms.
  const terms = officer.getByRole("listitem").filter({ hasText: "notice of 9 months" });
  expect(await terms.getByRole("button", { name: "This is no fault" }).count()).toBe(0);
  // What is written and not yet a version cannot be judged.
  await officer.getByText(/^recalling that a professional/).click();
  await officer.locator("[contenteditable=true]").first().waitFor();
  await officer.keyboard.press("Control+End");
  await officer.keyboard.type(" TBD");
  const typed = officer.getByRole("listitem").filter({ hasText: "“TBD” looks like a place" });
  await typed.getByText("Save a version of the text before you judge this.").waitFor();

  await circulate(office, id);
  const email = office.as("representative", "KZ").person.email;
  const party = await web.device({ language: "ar", width: 360, as: email });
  const headers = { Origin: web.url };
  await party.request.patch(`${web.url}/api/v1/session`, { data: { language: "ar" }, headers });
  party.setDefaultTimeout(10_000);
  await party.goto(`${web.url}/agreements/${id}/review?panel=checks`);
  await party.getByRole("button", { name: /تنبيهات في غير محلها/ }).click();
  await party.getByText("The institute fills this line by hand.").waitFor();
  expect(await party.getByRole("button", { name: "ليس هذا خطأ" }).count()).toBe(0);
  await party.getByText("The institute fills this line by hand.").scrollIntoViewIfNeeded();
  expect(await overflows(party)).toBe(false);
  expect(await faultsOf(party)).toEqual([]);
  expect(web.complaints()).toEqual([]);
});

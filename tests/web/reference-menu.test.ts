import { expect, test } from "vitest";
import { referenceForms } from "#src/text/reference-forms.ts";
import { openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";
import { openWeb, wordsIn } from "#tests/support/web.ts";

test("a Russian sentence takes a reference in one of its forms", async () => {
  const office = await openOffice();
  const web = await openWeb(office);
  try {
    const say = await wordsIn("en");
    const id = await draft(office, { languages: ["ru"] });
    const page = await web.device({ as: office.as("legal-officer").person.email });
    await page.goto(`${web.url}/agreements/${id}/draft`);
    await page.getByRole("button", { name: /^Edit Section.2: Russian$/ }).click();
    const editor = page.getByRole("textbox", { name: /^Section.2: Russian$/ });
    await editor.waitFor();
    const times = async () => (await editor.textContent())?.split("разделом\u00a01").length ?? 0;
    const before = await times();
    await page.getByRole("button", { name: say("drafting", "tools.reference") }).click();
    await page.getByRole("menuitem", { name: /^Раздел 1 · / }).click();
    const items = page.getByRole("menuitem");
    await expect.poll(() => items.count()).toBe(referenceForms("ru", "sections").length);
    expect(await items.first().textContent()).toBe("раздел\u00a01");
    await page.getByRole("menuitem", { name: /^разделом 1$/ }).click();
    await expect.poll(times).toBe(before + 1);
    expect(web.complaints()).toEqual([]);
  } finally {
    await web.close();
    await office.close();
  }
});

import { expect, test } from "vitest";
import { openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";
import { faultsOf, openWeb, overflows, wordsIn } from "#tests/support/web.ts";

test("an officer gives a memorandum articles, on a telephone in Arabic", async () => {
  const office = await openOffice();
  const web = await openWeb(office);
  try {
    const say = await wordsIn("ar");
    const id = await draft(office, { languages: ["ar", "ru"] });
    const { id: person, email } = office.as("legal-officer").person;
    await office.db
      .updateTable("people")
      .set({ language: "ar" })
      .where("id", "=", person)
      .execute();
    const page = await web.device({ as: email, language: "ar", width: 360 });
    await page.goto(`${web.url}/agreements/${id}/draft`);
    await page.getByRole("region", { name: /^البند.1$/ }).waitFor();
    await page.getByRole("button", { name: say("drafting", "wordsAround") }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Раздел 2").waitFor();
    expect(await overflows(page)).toBe(false);
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole("radio", { name: /المادة/ }).check();
    await dialog.getByRole("button", { name: say("shell", "save"), exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("region", { name: /^المادة.1$/ }).waitFor();
    expect(await page.getByRole("region", { name: /^البند/ }).count()).toBe(0);
    expect(web.complaints()).toEqual([]);
  } finally {
    await web.close();
    await office.close();
  }
});

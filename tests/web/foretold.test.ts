import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes, entersIntoForce } from "#tests/negotiation/concludes.ts";
import { type Hall, openHall } from "#tests/negotiation/hall.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { faultsOf, openWeb, overflows, type Web, wordsIn } from "#tests/support/web.ts";

/** A form says what its act brings about before the button that confirms it. */
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
    parties: ["KZ", "KR", "AE"],
    languages: ["en"],
    terms: { withdrawal: { months: 6 } },
    as: "definitive",
  });
  await entersIntoForce(hall, id, "2027-01-11T10:00:00+05:00");
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

test.each([
  ["en", 1280, "Republic of Korea will cease to be a party on July 11, 2027.", "Attach it."],
  ["ar", 360, "عدد الأطراف المتبقية", "سيُرفض ذلك الآن"],
] as const)(
  "a notice of withdrawal says when the party leaves and who remains (%s, %d px)",
  async (language, width, words, refusal) => {
    const page = await web.device({ as: hall.of("KR").person.email, width, language });
    page.setDefaultTimeout(15_000);
    const headers = { Origin: web.url };
    await page.request.patch(`${web.url}/api/v1/session`, { data: { language }, headers });
    await page.goto(`${web.url}/agreements/${id}`);
    const say = await wordsIn(language);
    await page.getByRole("tab", { name: say("representative", "part.acts") }).click();
    const name = new RegExp(say("acts", "name.give-notice"));
    await page.getByRole("button", { name }).first().click();
    const box = page.getByRole("dialog").getByRole("status");
    await box.getByText(words).waitFor();
    await box.getByText(refusal).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    expect(web.complaints()).toEqual([]);
    if (process.env.SHOTS) {
      await box.scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${process.env.SHOTS}/${language}.png` });
    }
  },
);

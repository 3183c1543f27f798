import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes } from "#tests/negotiation/concludes.ts";
import { type Hall, openHall, takes } from "#tests/negotiation/hall.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

/** Depositary notifications in the app: the public reads them, a State confirms its receipt, the office sees who was told. */
let office: Office;
let web: Web;
let hall: Hall;
let id = "";

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  hall = await openHall("2027-01-11T09:00:00+05:00", office);
  id = await concludes(hall, "multilateral-partnership-agreement", {
    title: { en: "Convention on Civil Service", ar: "اتفاقية الخدمة المدنية" },
    parties: ["KZ", "KR", "EE"],
    languages: ["en"],
    variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    as: "subject-to-ratification",
  });
  for (const party of ["KZ", "KR"]) {
    await takes(hall.secretaries[0], id, "deposits", {
      party,
      kind: "ratification",
      signedBy: "The Head of State",
      on: "2027-01-11",
    });
  }
  await hall.work();
  const void_ = { notification: "DN.1.2027", reason: "Recorded for another State." };
  await takes(hall.officers[0], id, "notification-cancellations", void_);
  await hall.work();
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

test.each([
  ["en", 1280, "Republic of Korea · Ratification"],
  ["ar", 360, "تصديق"],
] as const)("the public reads in %s at %i px what was notified", async (language, width, words) => {
  const page = await web.device({ width, language });
  for (const path of [`/register/${id}`, "/register/notifications"]) {
    await page.goto(`${web.url}${path}`);
    const line = page.getByText("DN.2.2027").first();
    await line.waitFor();
    expect(await line.textContent()).toContain(words.split(" · ").at(-1) ?? "");
    expect(await page.getByText("Recorded for another State.").count()).toBe(1);
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  }
});

test("a State confirms that it received a notification, and the office sees it", async () => {
  const minister = await web.device({
    as: hall.of("KR").person.email,
    width: 1280,
    language: "en",
  });
  await minister.goto(`${web.url}/agreements/${id}?part=acts`);
  const button = minister.getByRole("button", { name: "Confirm receipt: DN.2.2027" });
  await button.waitFor();
  await button.click();
  await minister.getByText(/Your State received it on January 11, 2027/).waitFor();
  // A cancelled one asks for nothing.
  expect(await minister.getByRole("button", { name: /DN\.1\.2027/ }).count()).toBe(0);
  const officer = await web.device({
    as: hall.officers[0].person.email,
    width: 1280,
    language: "en",
  });
  await officer.goto(`${web.url}/agreements/${id}/record`);
  await officer.getByText("DN.2.2027").first().waitFor();
  await officer.getByText("How each party was told").first().click();
  await officer
    .getByText(/South Korea.*received on January 11, 2027|Korea.*received on/)
    .first()
    .waitFor();
});

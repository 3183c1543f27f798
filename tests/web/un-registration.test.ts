import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes, entersIntoForce } from "#tests/negotiation/concludes.ts";
import { type Hall, openHall, takes } from "#tests/negotiation/hall.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

/** Registration with the United Nations in the app: sent, registered, a later action, and the package. */
let office: Office;
let web: Web;
let hall: Hall;
let id = "";

const ratifies = (party: string, on: string) =>
  takes(hall.secretaries[0], id, "deposits", {
    party,
    kind: "ratification",
    signedBy: "The Head of State",
    on,
  });

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  hall = await openHall("2027-01-11T09:00:00+05:00", office);
  id = await concludes(hall, "multilateral-partnership-agreement", {
    title: { en: "Convention on Civil Service" },
    parties: ["KZ", "KR", "EE"],
    languages: ["en"],
    variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    as: "subject-to-ratification",
  });
  await ratifies("KZ", "2027-01-11");
  await ratifies("KR", "2027-01-11");
  await entersIntoForce(hall, id, "2027-02-15T09:00:00+05:00");
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

test("the archivist records what was sent and registered, and downloads the package", async () => {
  const page = await web.device({ as: hall.archivist.person.email, width: 360 });
  page.setDefaultTimeout(15_000);
  await page.goto(`${web.url}/agreements/${id}/record`);
  const part = page.locator("section[aria-labelledby=united-nations]");
  await part.getByText("Everything for the first package is there.").waitFor();
  await part.getByRole("button", { name: "Record as sent" }).click();
  await part.getByLabel("Registration number").waitFor();
  await hall.work();
  await part.getByLabel("Registration number").fill("I-59999");
  await part.getByLabel("Volume").fill("3456");
  await part.getByRole("button", { name: "Record the registration" }).click();
  await part.getByText(/No\. I-59999 .* UNTS vol\. 3456/).waitFor();
  await ratifies("EE", "2027-02-15");
  await page.reload();
  await part.getByText(/Estonia · Ratification/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  const saved = page.waitForEvent("download");
  await part.getByRole("button", { name: "Download the package" }).click();
  const file = await (await saved).path();
  const files = unzipSync(new Uint8Array(await readFile(file)));
  expect(Object.keys(files).toSorted()).toEqual([
    "certifying-statement.pdf",
    "parties.json",
    "sealed-common.pdf",
    "text-en.docx",
    "text-en.md",
  ]);
  expect(strFromU8(files["parties.json"] ?? new Uint8Array())).toContain("2027-02-10");
});

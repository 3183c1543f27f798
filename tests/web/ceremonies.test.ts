import { PDFDocument } from "pdf-lib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunSheetItem } from "#src/ceremonies/view.ts";
import { inTurns } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft, openForSigning, signFor } from "#tests/support/scenario.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

let office: Office;
let web: Web;
let page: Page;
let ceremony: string;
let first: { id: string; reference: string };
let second: { id: string; reference: string };

const officer = () => office.as("legal-officer");

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  const made = async () => {
    const id = await draft(office);
    await openForSigning(office, id);
    return officer().get<{ id: string; reference: string }>(`/agreements/${id}`);
  };
  first = await made();
  second = await made();
  page = await web.device({ as: officer().person.email });
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

/** The agreements on record, in their order, each with its parties from the left. */
async function onRecord(): Promise<[string, string[]][]> {
  const { items } = await officer().get<{ items: RunSheetItem[] }>(
    `/ceremonies/${ceremony}/run-sheet`,
  );
  return items.map(({ reference, seats }) => [
    reference,
    seats.toSorted((a, b) => a.place - b.place).map(({ party }) => party),
  ]);
}

test("a ceremony is planned, and agreements are put on its run sheet", async () => {
  await page.goto(`${web.url}/ceremonies`);
  await page.getByText("No ceremony yet").waitFor();
  await page.getByRole("button", { name: "Plan a ceremony" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title in English").fill("Forum of the civil service");
  await dialog.getByLabel("Place in English").fill("Palace of Independence, Astana");
  await dialog.getByLabel("Day").fill("2099-05-20");
  await dialog.getByRole("button", { name: "Plan it" }).click();
  await page.getByText("No agreement is on the run sheet").waitFor();
  ceremony = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  for (const { reference } of [first, second]) {
    await page.getByRole("combobox", { name: "Add an agreement" }).click();
    await page.getByRole("option", { name: new RegExp(reference) }).click();
    await page.getByRole("button", { name: `Move ${reference}` }).waitFor();
  }
  expect((await onRecord()).map(([reference]) => reference)).toEqual([
    first.reference,
    second.reference,
  ]);
});

test("the order is changed by the keyboard, and what happens is said", async () => {
  await page.getByRole("button", { name: `Move ${second.reference}` }).focus();
  await page.keyboard.press("Space");
  await page.getByText(`${second.reference} was picked up from place 2.`).waitFor();
  await page.keyboard.press("ArrowUp");
  await page.getByText(`${second.reference} is now at place 1.`).waitFor();
  await page.keyboard.press("Space");
  await page.getByText(`${second.reference} was dropped at place 1.`).waitFor();
  await expect
    .poll(async () => (await onRecord()).map(([reference]) => reference))
    .toEqual([second.reference, first.reference]);
});

test("parties change places at the table, and sit by protocol again", async () => {
  const before = (await onRecord())[0]?.[1] ?? [];
  const item = page.getByRole("listitem").filter({ hasText: second.reference }).first();
  const [left] = await item.getByRole("button", { name: /to the right$/ }).all();
  await left?.click();
  await expect.poll(async () => (await onRecord())[0]?.[1]).toEqual(before.toReversed());
  await item.getByRole("button", { name: "Seat by protocol" }).click();
  await expect.poll(async () => (await onRecord())[0]?.[1]).toEqual(before);
});

test("the run sheet prints on A4 without what is for the screen", async () => {
  const printed = await page.pdf({ preferCSSPageSize: true });
  const { width = 0, height = 0 } = (await PDFDocument.load(printed)).getPage(0).getSize();
  expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  await page.emulateMedia({ media: "print", reducedMotion: "no-preference" });
  await page.setViewportSize({ width: 794, height: 1123 });
  expect(await page.getByRole("navigation").isVisible()).toBe(false);
  expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
  expect(await page.getByText(first.reference).first().isVisible()).toBe(true);
  // What the screen slides out of the way may take a moment.
  const start = async () => (await page.getByRole("heading", { level: 1 }).boundingBox())?.x;
  await expect.poll(start).toBeLessThan(40);
  await page.emulateMedia({ media: "screen", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("it is opened, closed, and its procès-verbal is made", async () => {
  for (const id of [first.id, second.id]) {
    for (const party of ["KZ", "AE"]) await signFor(office, id, party);
  }
  for (const moment of ["Open the ceremony", "Close the ceremony"]) {
    await page.getByRole("button", { name: moment }).click();
    await page.getByRole("dialog").getByRole("button", { name: moment }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  const record = page.getByRole("region", { name: "Procès-verbal of signature" });
  await record
    .getByText(/Palace of Independence/)
    .first()
    .waitFor();
  expect(web.complaints()).toEqual([]);
});

const looks = [
  ["officer", 1440, false],
  ["officer", 360, true],
  ["party", 768, false],
] as const;

describe.each([
  ["en", inTurns(looks, 0)],
  ["ar", inTurns(looks, 1)],
] as const)("in %s", (language, looks) => {
  test.each(looks)(
    "the pages of the %s at %i px, dark: %s, are sound",
    async (who, width, dark) => {
      const client = who === "officer" ? officer() : office.as("representative", "KZ");
      await client.send("PATCH", "/session", { language });
      const plan = await officer().send("POST", "/ceremonies", {
        title: { en: "Autumn session" },
        place: { en: "Astana" },
        date: "2099-10-01",
        time: "10:00",
        zone: "Asia/Almaty",
        host: "KZ",
        languages: ["en"],
      });
      const { id } = (await plan.json()) as { id: string };
      const items = [{ agreement: first.id }, { agreement: second.id }];
      const seen = { "If-Match": '"1"' };
      await officer().send("PUT", `/ceremonies/${id}/run-sheet`, { items }, seen);
      const device = await web.sameDevice({ language, width, dark, as: client.person.email });
      for (const path of ["/ceremonies", `/ceremonies/${id}`]) {
        await device.goto(web.url + path);
        await device.getByText("Autumn session").first().waitFor();
        await device.waitForLoadState("networkidle");
        expect(await faultsOf(device)).toEqual([]);
        expect(await overflows(device)).toBe(false);
      }
      expect(web.complaints()).toEqual([]);
    },
  );
});

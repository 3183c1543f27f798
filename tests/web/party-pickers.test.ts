import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withoutIsolates } from "#src/text/isolate.ts";
import { loadLocale, nameOfRegion } from "#src/web/words/locale.ts";
import { trials } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";
import { openWeb, type Say, type Web, wordsIn } from "#tests/support/web.ts";

/** Parties and people are found by typing and picked by Enter, which sends no form. */
let office: Office;
let web: Web;

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

async function newAgreement(language: "en" | "ar", say: Say): Promise<Page> {
  const officer = office.as("legal-officer").person;
  await office.db.updateTable("people").set({ language }).where("id", "=", officer.id).execute();
  const page = await web.device({ language, as: officer.email });
  await page.goto(`${web.url}/agreements/new`);
  await page.locator("#main").getByRole("button").first().click();
  await page.getByPlaceholder(say("agreement", "taking.add")).waitFor();
  return page;
}

/** The name in a row of the list, above the choice of State or Government. */
const nameIn = (row: string) => withoutIsolates(row).split("\n")[0]?.trim();

/** Types as a person does, and picks what comes first. */
async function pick(box: Locator, typed: string): Promise<void> {
  await box.focus();
  await box.page().keyboard.type(typed);
  // The one that Enter will pick is marked, and drawn.
  const marked = box.page().locator("[role=option][data-combobox-selected]:visible");
  await marked.filter({ hasText: typed }).waitFor();
  await box.page().evaluate(
    () =>
      new Promise((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(drawn));
      }),
  );
  await box.page().keyboard.press("Enter");
}

/** The short run is in Arabic: what is picked does not depend on the language. */
const languages = (["ar", "en"] as const).slice(0, trials({ short: 1, long: 2 }));

describe.each(languages)("the parties of a new agreement, in %s", (language) => {
  test("are picked by Enter; the box is empty again, and the form is not sent", async () => {
    const say = await wordsIn(language);
    await loadLocale(language);
    const nameOf = (code: string) => nameOfRegion(language, code) ?? "";
    const page = await newAgreement(language, say);
    const box = page.getByPlaceholder(say("agreement", "taking.add"));
    const list = page.getByRole("list", { name: say("new-agreement", "parties"), exact: true });
    const chosen = async () => (await list.getByRole("listitem").allInnerTexts()).map(nameIn);
    for (const code of ["EE", "GE", "IN"]) {
      await pick(box, nameOf(code));
      await expect.poll(() => box.inputValue()).toBe("");
    }
    await expect.poll(chosen).toEqual(["EE", "GE", "IN"].map(nameOf));

    // Not a name, half a name without Enter, and nothing: no party comes in and nothing is sent.
    await page.keyboard.type("qqq");
    await page.getByText(say("agreement", "taking.none")).waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await box.fill(nameOf("KZ").slice(0, 4));
    await page.keyboard.press("Tab");
    await expect.poll(() => box.inputValue()).toBe("");
    await box.focus();
    await page.keyboard.press("Enter");
    expect(await chosen()).toEqual(["EE", "GE", "IN"].map(nameOf));
    expect(new URL(page.url()).pathname).toBe("/agreements/new");
    expect(await page.getByText(say("new-agreement", "missing")).count()).toBe(0);

    // One that is chosen is not offered again; Backspace takes the last one back.
    await box.fill(nameOf("EE"));
    await page.getByText(say("agreement", "taking.none")).waitFor();
    await box.fill("");
    await page.keyboard.press("Backspace");
    await expect.poll(chosen).toEqual(["EE", "GE"].map(nameOf));
    expect(web.complaints()).toEqual([]);
    await page.context().close();
  });
});

test("“oman” picks Oman and not Romania, “niger” Niger and not Nigeria", async () => {
  const say = await wordsIn("en");
  for (const [code, name] of Object.entries({
    OM: "Oman",
    RO: "Romania",
    NE: "Niger",
    NG: "Nigeria",
  })) {
    const party = { code, kind: "state", names: { en: name } };
    expect((await office.as("secretariat").send("POST", "/parties", party)).status).toBe(201);
  }
  const page = await newAgreement("en", say);
  const box = page.getByPlaceholder(say("agreement", "taking.add"));
  for (const typed of ["oman", "niger"]) {
    await pick(box, typed);
    await expect.poll(() => box.inputValue()).toBe("");
  }
  const list = page.getByRole("list", { name: say("new-agreement", "parties"), exact: true });
  const items = await list.getByRole("listitem").allInnerTexts();
  expect(items.map(nameIn)).toEqual(["Oman", "Niger"]);
  await page.context().close();
});

test("the Enter that ends a composed word picks no party", async () => {
  const say = await wordsIn("en");
  const page = await newAgreement("en", say);
  const box = page.getByPlaceholder(say("agreement", "taking.add"));
  await box.fill("Esto");
  await page.locator("[role=option][data-combobox-selected]:visible").waitFor();
  await box.evaluate((one) => {
    const given = { key: "Enter", isComposing: true, bubbles: true, cancelable: true };
    one.dispatchEvent(new KeyboardEvent("keydown", given));
  });
  expect(await box.inputValue()).toBe("Esto");
  await page.keyboard.press("Enter");
  const list = page.getByRole("list", { name: say("new-agreement", "parties"), exact: true });
  const items = () => list.getByRole("listitem").allInnerTexts();
  await expect.poll(async () => (await items()).map(nameIn)).toEqual(["Estonia"]);
  await page.context().close();
});

test("the Goals of a new agreement are picked in the same way", async () => {
  const say = await wordsIn("en");
  const page = await newAgreement("en", say);
  const box = page.getByRole("combobox", { name: say("new-agreement", "goals") });
  await pick(box, "climate");
  await expect.poll(() => box.inputValue()).toBe("");
  const pills = page.locator(".mantine-MultiSelect-pill");
  const picked = async () => (await pills.allInnerTexts()).map((one) => one.slice(0, 3));
  expect(await picked()).toEqual(["13."]);
  // Nothing is typed: Enter neither picks the first of all nor takes one back.
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  expect(await picked()).toEqual(["13."]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(picked).not.toEqual(["13."]);
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await expect.poll(picked).toEqual([]);
  expect(new URL(page.url()).pathname).toBe("/agreements/new");
  await page.context().close();
});

type Place = {
  name: string;
  as: [role: string];
  path: string;
  /** Opens the window in which the picker stands. */
  open?: (page: Page, say: Say) => Promise<void>;
  box: (page: Page, say: Say) => Locator;
};

const places: Place[] = [
  {
    name: "the filter of the agreements",
    as: ["legal-officer"],
    path: "/agreements",
    box: (page, say) => page.getByRole("combobox", { name: say("agreements", "party") }),
  },
  {
    name: "the search in the archive",
    as: ["archivist"],
    path: "/archive",
    box: (page, say) => page.getByRole("combobox", { name: say("archive", "party") }),
  },
  {
    name: "the host of a ceremony",
    as: ["secretariat"],
    path: "/ceremonies",
    open: (page, say) =>
      page.getByRole("button", { name: say("ceremonies", "plan"), exact: true }).click(),
    box: (page, say) => page.getByRole("combobox", { name: say("ceremonies", "host") }),
  },
  {
    name: "the party of a person who is invited",
    as: ["secretariat"],
    path: "/secretariat/people",
    open: async (page, say) => {
      await page.getByRole("button", { name: say("secretariat", "people.invite") }).click();
      const roles = page.getByRole("combobox", { name: say("secretariat", "people.roles") });
      await roles.press("ArrowDown");
      await page.getByRole("option", { name: say("shell", "roles.representative") }).click();
    },
    box: (page, say) => page.getByRole("combobox", { name: say("secretariat", "people.party") }),
  },
  {
    name: "the party of an act",
    as: ["legal-officer"],
    path: "/agreements/$id",
    open: (page, say) => page.getByRole("button", { name: say("acts", "name.designate") }).click(),
    box: (page, say) => page.getByRole("combobox", { name: say("agreement", "field.party") }),
  },
];

test.each(places)("$name is picked by Enter, and no other name gets in", async (place) => {
  const say = await wordsIn("en");
  const person = office.as(...place.as).person;
  const rows = office.db.updateTable("people").set({ language: "en" });
  await rows.where("id", "=", person.id).execute();
  const id = await draft(office);
  const page = await web.device({ as: person.email });
  await page.goto(`${web.url}${place.path.replace("$id", id)}`);
  await place.open?.(page, say);
  const box = place.box(page, say);
  await pick(box, "emirates");
  await expect.poll(() => box.inputValue()).toBe("United Arab Emirates");
  // Another one takes its place, by mouse too.
  await page.keyboard.press("Tab");
  await box.click();
  await page.keyboard.type("kazakhs");
  await page
    .locator("[role=option][data-combobox-selected]:visible", { hasText: "Kazakhstan" })
    .waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => box.inputValue()).toBe("Kazakhstan");
  // What is picked as a filter comes into the address a moment later.
  await page.waitForLoadState("networkidle");
  const before = page.url();
  // Words that are nobody's name leave what was picked, and send nothing.
  await box.fill("Nowhereland");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect.poll(() => box.inputValue()).toBe("Kazakhstan");
  expect(page.url()).toBe(before);
  expect(await page.getByRole("alert").count()).toBe(0);
  expect(web.complaints()).toEqual([]);
  await page.context().close();
});

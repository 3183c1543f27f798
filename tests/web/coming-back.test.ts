import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAuthenticator } from "#tests/support/chromium.ts";
import { codeFor, lettersTo } from "#tests/support/mailbox.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";
import { openWeb, type Say, type Web, wordsIn } from "#tests/support/web.ts";

let office: Office;
let web: Web;
let say: Say;
const ids = { draft: "", review: "" };

beforeAll(async () => {
  office = await openOffice({ demo: true });
  web = await openWeb(office);
  say = await wordsIn("en");
  ids.draft = await draft(office);
  ids.review = await draft(office);
  await circulate(office, ids.review);
  await office.db.updateTable("people").set({ language: "en" }).execute();
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

const nameOf = (role: string, party: string | null = null) =>
  office.as(role, party).person.names.en ?? "";
const account = (page: Page, name: string) =>
  page.getByRole("button", { name: say("shell", "person", { name }) });
const choose = (page: Page, name: string) =>
  page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
const pathOf = (page: Page) => {
  const { pathname, search } = new URL(page.url());
  return `${pathname}${search}`;
};
/** Ends the sessions of the browsers. The test keeps its own. */
const endSessions = () =>
  office.db.deleteFrom("sessions").where("agent", "!=", "demonstration").execute();

/** Signs in on the page by the code of a letter. */
const byCode = async (page: Page, email: string) => {
  const before = (await lettersTo(office, email)).length;
  await page.getByLabel(say("sign-in", "email")).fill(email);
  await page.getByRole("button", { name: say("sign-in", "sendCode") }).click();
  await page.getByLabel(say("sign-in", "code")).fill(await codeFor(office, email, before));
  await page.getByRole("button", { name: say("sign-in", "go"), exact: true }).click();
};

describe("choosing a demo person", () => {
  test("on the first page leads to that person's home at once, and signing out back to it", async () => {
    const page = await web.device();
    await page.goto(web.url);
    const people = [
      nameOf("legal-officer"),
      nameOf("representative", "KZ"),
      nameOf("archivist"),
      nameOf("secretariat"),
    ];
    for (const name of people) {
      await choose(page, name);
      await page.getByRole("heading", { name: say("home", "welcome", { name }) }).waitFor();
      await account(page, name).click();
      await page.getByRole("menuitem", { name: say("shell", "signOut") }).click();
      await page.getByRole("heading", { name: say("home", "front.title") }).waitFor();
    }
    await page.context().close();
  });

  test("while another is signed in shows nothing of the other", async () => {
    const page = await web.device();
    await page.goto(web.url);
    const [first, second] = [nameOf("secretariat"), nameOf("representative", "AE")];
    await choose(page, first);
    await account(page, first).waitFor();
    await page.goto(`${web.url}/sign-in`);
    await choose(page, second);
    await page.getByRole("heading", { name: say("home", "welcome", { name: second }) }).waitFor();
    expect(await page.getByRole("link", { name: say("shell", "room.jobs") }).count()).toBe(0);
    await page.context().close();
  });

  test("is seen by the other pages of the same browser", async () => {
    const page = await web.device();
    await page.goto(web.url);
    const other = await page.context().newPage();
    await other.goto(`${web.url}/register`);
    // A reader acts in the page that is in front; the browser slows the others.
    await page.bringToFront();
    await choose(page, nameOf("archivist"));
    await account(other, nameOf("archivist")).waitFor();
    await account(page, nameOf("archivist")).click();
    await page.getByRole("menuitem", { name: say("shell", "signOut") }).click();
    await other.getByRole("link", { name: say("shell", "signIn"), exact: true }).waitFor();
    await page.context().close();
  });
});

describe("an address that needs a session", () => {
  test.each([
    ["/agreements?stage=draft.editing", "legal-officer"],
    ["/archive?q=text", "archivist"],
    ["/secretariat/keys", "secretariat"],
    ["/account", "secretariat"],
  ])("%s is come back to after a code", async (path, role) => {
    const page = await web.device();
    await page.goto(`${web.url}${path}`);
    await page.getByText(say("sign-in", "toGoOn")).waitFor();
    expect(new URL(page.url()).searchParams.get("next")).toBe(path);
    await byCode(page, office.as(role).person.email);
    await account(page, nameOf(role)).waitFor();
    expect(pathOf(page)).toBe(path);
    await page.context().close();
  });

  test("is come back to by the link of the letter, on another device too", async () => {
    const { email } = office.as("representative", "KZ").person;
    const page = await web.device();
    await page.goto(`${web.url}/agreements/${ids.review}`);
    const before = (await lettersTo(office, email)).length;
    await page.getByLabel(say("sign-in", "email")).fill(email);
    await page.getByRole("button", { name: say("sign-in", "sendCode") }).click();
    await codeFor(office, email, before);
    const [letter] = await lettersTo(office, email);
    const link = letter?.text.match(/\/sign-in\?\S*[\w%]/)?.[0] ?? "";
    const other = await web.device();
    await other.goto(`${web.url}${link}`);
    await other.getByRole("button", { name: say("sign-in", "link") }).click();
    await account(other, nameOf("representative", "KZ")).waitFor();
    expect(pathOf(other)).toBe(`/agreements/${ids.review}`);
    for (const one of [page, other]) await one.context().close();
  });

  test("is come back to after a passkey", async () => {
    const page = await web.device();
    await addAuthenticator(page);
    await page.goto(`${web.url}/account`);
    await choose(page, nameOf("archivist"));
    await page.getByLabel(say("account", "passkeys.label")).fill("Laptop");
    await page.getByRole("button", { name: say("account", "passkeys.make") }).click();
    await page.getByText(say("account", "passkeys.kept")).waitFor();
    await endSessions();
    await page.goto(`${web.url}/archive`);
    await page.getByRole("button", { name: say("sign-in", "passkey") }).click();
    await page.getByRole("heading", { name: say("archive", "title"), exact: true }).waitFor();
    expect(pathOf(page)).toBe("/archive");
    await page.context().close();
  });

  test("leads nowhere else, whatever a link says", async () => {
    for (const next of ["//evil.example", "https://evil.example", "/\\evil.example"]) {
      const page = await web.device();
      await page.goto(`${web.url}/sign-in?next=${encodeURIComponent(next)}`);
      await choose(page, nameOf("archivist"));
      await account(page, nameOf("archivist")).waitFor();
      expect(page.url()).toBe(`${web.url}/`);
      await page.context().close();
    }
  });

  test("and is for other roles says so, and leads to another account and back", async () => {
    const page = await web.device({ as: office.as("representative", "AE").person.email });
    await page.goto(`${web.url}/secretariat/people`);
    await page.getByRole("heading", { name: say("shell", "notYours.title") }).waitFor();
    await page.getByRole("link", { name: say("shell", "notYours.change") }).click();
    await choose(page, nameOf("secretariat"));
    await page.getByRole("heading", { name: say("shell", "room.people") }).waitFor();
    expect(pathOf(page)).toBe("/secretariat/people");
    await page.context().close();
  });

  test("and shows what this person does not see says who has signed in", async () => {
    const page = await web.device({ as: office.as("archivist").person.email });
    await page.goto(`${web.url}/agreements/${ids.draft}`);
    await page.getByRole("heading", { name: say("shell", "notFound.title") }).waitFor();
    await page.getByText(nameOf("archivist")).waitFor();
    await page.getByRole("link", { name: say("shell", "notYours.change") }).click();
    await choose(page, nameOf("legal-officer"));
    await account(page, nameOf("legal-officer")).waitFor();
    await page.waitForURL(`${web.url}/agreements/${ids.draft}`);
    await page.context().close();
  });
});

describe("a session that has ended while a page is open", () => {
  test("leads to sign-in at the next step, and back to that step", async () => {
    const page = await web.device({ as: office.as("legal-officer").person.email });
    await page.goto(web.url);
    await account(page, nameOf("legal-officer")).waitFor();
    // Otherwise a request under way would meet the ended session before the reader does.
    await page.waitForLoadState("networkidle");
    await endSessions();
    await page.getByRole("link", { name: say("shell", "room.agreements"), exact: true }).click();
    await page.getByText(say("sign-in", "ended")).waitFor();
    expect(new URL(page.url()).searchParams.get("next")).toBe("/agreements");
    await choose(page, nameOf("legal-officer"));
    await account(page, nameOf("legal-officer")).waitFor();
    expect(pathOf(page)).toBe("/agreements");
    await page.context().close();
  });

  test("keeps what was entered, which the same person then sends", async () => {
    const page = await web.device({ as: office.as("legal-officer").person.email });
    await page.goto(`${web.url}/agreements/${ids.draft}`);
    await page.getByRole("button", { name: say("acts", "name.describe") }).click();
    const dialog = page.getByRole("dialog");
    const area = dialog.getByRole("checkbox").last();
    const chosen = !(await area.isChecked());
    await area.setChecked(chosen);
    await page.waitForLoadState("networkidle");
    await endSessions();
    await dialog.getByRole("button", { name: say("shell", "save") }).click();
    await page.getByRole("heading", { name: say("shell", "ended.title") }).waitFor();
    await byCode(page, office.as("legal-officer").person.email);
    await page
      .getByRole("heading", { name: say("shell", "ended.title") })
      .waitFor({ state: "detached" });
    expect(await area.isChecked()).toBe(chosen);
    await dialog.getByRole("button", { name: say("shell", "save") }).click();
    await dialog.waitFor({ state: "detached" });
    const { areas } = await office
      .as("legal-officer")
      .get<{ areas: string[] }>(`/agreements/${ids.draft}`);
    expect(areas.includes("research-and-knowledge-management")).toBe(chosen);
    await page.context().close();
  });
});

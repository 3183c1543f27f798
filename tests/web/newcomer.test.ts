import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoAgreement } from "#src/cli/demo-agreement.ts";
import type { Caller } from "#src/cli/demo-caller.ts";
import { listLetters } from "#src/mail/list-letters.ts";
import { demoPeople } from "#src/people/demo-people.ts";
import { type LanguageOf, languagesOf } from "#src/text/languages.ts";
import { addAuthenticator, type Chromium, startChromium } from "#tests/support/chromium.ts";
import { demoCaller } from "#tests/support/demo-sign-in.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { startProcess, type TestProcess } from "#tests/support/processes.ts";
import { until } from "#tests/support/until.ts";
import { wordsIn } from "#tests/support/web.ts";

/** `npm start` on an empty folder, and somebody who has never seen the product, at the address that it prints. */
const long = process.env.TEST_LENGTH === "long";
const languages = long ? languagesOf("interface") : (["ar"] as const);

const folder = freshFolder();
const dataDir = join(folder.path, "data");
let service: TestProcess;
let chromium: Chromium;
let url = "";
const callers: Record<string, Caller> = {};
/** The language that the signatory has chosen last. */
let spoken: LanguageOf<"interface">;
const signatory = demoPeople.find(({ party }) => party === "KZ");

beforeAll(async () => {
  const cli = join(import.meta.dirname, "../../src/cli.ts");
  spoken = signatory?.language as typeof spoken;
  service = startProcess(cli, ["start"], { DATA_DIR: dataDir, PORT: "0" });
  [, url = ""] = await service.waitFor(/Depositary is ready: (\S+)/, 120);
  await service.waitFor(/Letters: /, 30);
  for (const { names } of demoPeople) {
    const name = names.en ?? "";
    callers[name] = await demoCaller(url, new RegExp(`^${name}$`));
  }
  chromium = await startChromium();
});
afterAll(async () => {
  await chromium?.close();
  await service?.kill("SIGTERM");
  folder.remove();
});

const caller = (role: string, party: string | null = null, nth = 0): Caller => {
  const people = demoPeople.filter((one) => one.role === role && one.party === party);
  const found = callers[people[nth]?.names.en ?? ""];
  if (!found) throw new Error(`No demo person is ${role} ${party}.`);
  return found;
};

/** A memorandum from its template to the opening of signing, by the API; its id. */
async function openedForSigning(): Promise<string> {
  const officers = [caller("legal-officer"), caller("legal-officer", null, 1)] as const;
  const states = [caller("representative", "KZ"), caller("representative", "AE")];
  const parties = [{ code: "KZ" }, { code: "AE" }];
  const wanted = { ...demoAgreement, languages: ["en"], parties };
  const { id } = await officers[0].post("/agreements", wanted);
  for (const { party, person } of states) {
    await officers[0].act(id, "designations", { party, signatory: person });
  }
  await officers[0].act(id, "submissions", {});
  for (const state of states) {
    await state.act(id, "approvals", { digest: await state.digest(id) });
  }
  for (const officer of officers) {
    await officer.act(id, "authentication", { digest: await officer.digest(id) });
  }
  await officers[0].until(id, ({ original }) => original !== null);
  for (const officer of officers) await officer.act(id, "signing", {});
  return id;
}

/** Where the letter to sign this agreement leads, once it has come. */
async function linkOfLetter(id: string): Promise<string> {
  let link: string | undefined;
  await until(async () => {
    const letters = await listLetters(dataDir);
    const own = letters.filter(({ to, text }) => to === signatory?.email && text.includes(id));
    link = own.flatMap(({ text }) => text.match(/http\S+\/sign\b/) ?? [])[0];
    return link;
  });
  return link ?? "";
}

async function newcomer(language: string): Promise<Page> {
  const context = await chromium.newContext({
    locale: language,
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await addAuthenticator(page);
  return page;
}

describe.each(languages)("somebody new, in %s", (language) => {
  test("chooses a person, makes a passkey, follows a letter to its act and signs", async () => {
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    const say = await wordsIn(language);
    const name = signatory?.names[language] ?? "";
    const id = await openedForSigning();
    const page = await newcomer(language);
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));

    await page.goto(url);
    await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
    // At once, in the language of the person, who then chooses another.
    await page.getByRole("heading", { level: 1, name: signatory?.names[spoken] ?? "" }).waitFor();
    await page.goto(`${url}/account`);
    const before = await wordsIn(spoken);
    await page.getByLabel(before("account", "person.language")).selectOption(language);
    spoken = language;
    await page.getByRole("heading", { level: 1, name: say("account", "title") }).waitFor();
    await page.getByLabel(say("account", "passkeys.label")).fill("1");
    await page.getByRole("button", { name: say("account", "passkeys.make") }).click();
    await page.getByText(say("account", "passkeys.kept")).waitFor();
    await page.getByRole("button", { name: say("shell", "person", { name }) }).click();
    await page.getByRole("menuitem", { name: say("shell", "signOut") }).click();
    await page.getByRole("heading", { name: say("home", "front.title") }).waitFor();

    const link = await linkOfLetter(id);
    expect(link).toBe(`${url}/agreements/${id}/sign`);
    await page.goto(link);
    await page.getByText(say("sign-in", "toGoOn")).waitFor();
    await page.getByRole("button", { name: say("sign-in", "passkey") }).click();
    await page.getByText(say("signing", "intact")).waitFor();
    expect(page.url()).toBe(link);
    await page.getByRole("button", { name: say("signing", "toEnd") }).click();
    await page.getByText(say("signing", "readFirst")).waitFor({ state: "detached" });
    await page.getByRole("button", { name: say("signing", "sign"), exact: true }).click();
    await page.getByRole("heading", { name: say("signing", "signed.title") }).waitFor();

    const other = caller("representative", "AE");
    const original = await other.original(id);
    await other.act(id, "signatures", { original, binding: false });
    await other.until(id, ({ stage }) => stage === "publish");
    await page.goto(link);
    await page.getByRole("heading", { name: say("signing", "signed.title") }).waitFor();
    expect(await page.getByRole("button", { name: say("signing", "sign") }).count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 180_000);
});

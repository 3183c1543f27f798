import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Room } from "#src/jobs/room.ts";
import { addAuthenticator } from "#tests/support/chromium.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { lettersTo } from "#tests/support/mailbox.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft } from "#tests/support/scenario.ts";
import { openWeb, type Web, wordsIn } from "#tests/support/web.ts";

let office: Office;
let web: Web;
let room: Room;

beforeAll(async () => {
  office = await openOffice({ demo: true });
  web = await openWeb(office);
  const { post } = office.ctx;
  if (!post) throw new Error("An office can send letters.");
  post.publicUrl = web.url;
  const { mail } = post;
  const close = async () => {};
  room = { ...(await roomOf(office)), mail: { send: mail.send, close }, publicUrl: web.url };
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

const long = process.env.TEST_LENGTH === "long";
const languages = long ? (["en", "ar", "ru", "kk"] as const) : (["en", "ar"] as const);

describe.each(languages)("somebody new, in %s", (language) => {
  test("chooses a person, follows a letter to its act, makes a passkey and signs with it", async () => {
    const say = await wordsIn(language);
    await office.db.updateTable("people").set({ language }).execute();
    const signatory = office.as("representative", "KZ").person;
    const name = signatory.names[language] ?? signatory.names.en ?? "";
    const id = await draft(office);
    await bringToOriginal(office, id);
    await work(office, room);
    for (const nth of [0, 1]) await office.as("legal-officer", null, nth).act(id, "signing");
    await work(office, room);

    const page = await web.device({ language });
    page.setDefaultTimeout(20_000);
    await addAuthenticator(page);
    const choose = () => page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
    const leave = async () => {
      await page.getByRole("button", { name: say("shell", "person", { name }) }).click();
      await page.getByRole("menuitem", { name: say("shell", "signOut") }).click();
      await page.getByRole("heading", { name: say("home", "front.title") }).waitFor();
    };
    await page.goto(web.url);
    await choose();
    await page.getByRole("heading", { name: say("home", "welcome", { name }) }).waitFor();
    await page.goto(`${web.url}/account`);
    await page.getByLabel(say("account", "passkeys.label")).fill("1");
    await page.getByRole("button", { name: say("account", "passkeys.make") }).click();
    await page.getByText(say("account", "passkeys.kept")).waitFor();
    await leave();

    const [letter] = (await lettersTo(office, signatory.email)).filter(({ text }) =>
      text.includes(id),
    );
    const link = letter?.text.match(/http:\/\/localhost:\d+\/agreements\/\S+\/sign/)?.[0] ?? "";
    expect(link).toBe(`${web.url}/agreements/${id}/sign`);
    await page.goto(link);
    await page.getByText(say("sign-in", "toGoOn")).waitFor();
    await page.getByRole("button", { name: say("sign-in", "passkey") }).click();
    await page.getByText(say("signing", "intact")).waitFor();
    expect(page.url()).toBe(link);
    await page.getByRole("button", { name: say("signing", "toEnd") }).click();
    await page.getByText(say("signing", "readFirst")).waitFor({ state: "detached" });
    await page.getByRole("button", { name: say("signing", "sign") }).click();
    await page.getByRole("heading", { name: say("signing", "signed.title") }).waitFor();
    expect(await page.title()).toContain(say("shell", "name"));
    expect(web.complaints()).toEqual([]);
    await page.context().close();
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { webAddresses } from "#src/http/pages/web-page.ts";
import { languagesOf } from "#src/text/languages.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft, openAndSign } from "#tests/support/scenario.ts";
import { wordsIn } from "#tests/support/web.ts";

let office: Office;
let published: string;
const title = { en: "Exchange of <officials> & judges", ar: "تبادل الموظفين" };

beforeAll(async () => {
  office = await openOffice();
  published = await draft(office, { languages: ["en", "ar"], title });
  await bringToOriginal(office, published);
  const room = await roomOf(office);
  await work(office, room);
  await openAndSign(office, published);
  await work(office, room);
  const done = await office.as("legal-officer").act(published, "publication");
  expect(done.status).toBe(201);
});
afterAll(() => office.close());

/** The page as it comes, before any script runs. */
async function served(path: string, language: string) {
  const answer = await office.app.request(path, {
    headers: { Accept: "text/html", "Accept-Language": language },
  });
  const html = await answer.text();
  const [, lang, direction] = /<html lang="(\w+)" dir="(\w+)"/.exec(html) ?? [];
  return {
    status: answer.status,
    title: /<title>(.*?)<\/title>/.exec(html)?.[1],
    language: `${lang} ${direction}`,
  };
}

/** Where the app has the title of each address, which the served page must have too. */
const areas: Record<string, [area: string, key: string]> = {
  "/": ["home", "front.title"],
  "/sign-in": ["sign-in", "title"],
  "/account": ["account", "title"],
  "/letters": ["home", "letters"],
  "/agreements": ["agreements", "title"],
  "/agreements/new": ["drafting", "new"],
  "/agreements/$id": ["agreements", "title"],
  "/agreements/$id/draft": ["drafting", "title"],
  "/agreements/$id/review": ["review", "title"],
  "/agreements/$id/sign": ["signing", "title"],
  "/agreements/$id/record": ["record", "title"],
  "/ceremonies": ["ceremonies", "title"],
  "/ceremonies/$id": ["ceremonies", "title"],
  "/actions": ["actions", "title"],
  "/desk": ["desk", "title"],
  "/desk/$id": ["desk", "title"],
  "/archive": ["archive", "title"],
  "/verify": ["verify", "title"],
  "/register": ["register", "title"],
  "/register/notifications": ["notifications", "register.title"],
  "/secretariat/parties": ["secretariat", "parties.title"],
  "/secretariat/people": ["secretariat", "people.title"],
  "/secretariat/credentials": ["secretariat", "credentials.title"],
  "/secretariat/templates": ["secretariat", "templates.title"],
  "/secretariat/jobs": ["secretariat", "jobs.title"],
  "/secretariat/keys": ["secretariat", "keys.title"],
};

describe.each(languagesOf("interface"))("before the app runs, in %s", (language) => {
  const own = `${language} ${language === "ar" ? "rtl" : "ltr"}`;

  test("every address has the title that the app will give it", async () => {
    const say = await wordsIn(language);
    expect([...Object.keys(areas), "/register/$id"].sort()).toEqual([...webAddresses].sort());
    for (const [address, [area, key]] of Object.entries(areas)) {
      const named = `${say(area, key)} · ${say("shell", "name")}`;
      const path = address.replace("$id", published);
      expect(await served(path, language)).toEqual({ status: 200, title: named, language: own });
    }
  });

  test("an address that leads nowhere says so, with status 404", async () => {
    const say = await wordsIn(language);
    const nowhere = `${say("shell", "notFound.title")} · ${say("shell", "name")}`;
    for (const path of [
      ...["/nowhere", "/agreements/a/b/c", "/register/none"],
      ...["/agreements/123", "/agreements/none/sign", "/ceremonies/1", "/agreements/%zz"],
      "/register/00000000-0000-4000-8000-000000000000",
    ]) {
      expect(await served(path, language)).toEqual({ status: 404, title: nowhere, language: own });
    }
  });
});

test("a published agreement is named by its title in the reader's language, one that is not is never named", async () => {
  expect((await served(`/register/${published}`, "ar")).title).toBe(
    "تبادل الموظفين · السجل العام · الوديع",
  );
  expect((await served(`/register/${published}`, "kk")).title).toBe(
    "Exchange of &lt;officials&gt; &amp; judges · Жария тізілім · Депозитарий",
  );
  const secret = await draft(office, { title: { en: "Not yet public" } });
  for (const path of ["register", "agreements"]) {
    expect((await served(`/${path}/${secret}`, "en")).title).not.toContain("Not yet public");
  }
  expect((await served(`/register/${secret}`, "en")).status).toBe(404);
});

test("a reader of Spanish has the app's English, and the page says that it is English", async () => {
  expect((await served("/register", "es")).language).toBe("en ltr");
});

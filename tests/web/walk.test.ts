import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountEvents } from "#src/accounts/record-event.ts";
import { jobs } from "#src/jobs/run-job.ts";
import { demoPeople } from "#src/people/demo-people.ts";
import { roles } from "#src/people/person.ts";
import { addDemoAgreements } from "#tests/support/demo-office.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { faultsInWords, type PageWords, wordsOn } from "#tests/support/page-words.ts";
import { openWeb, type Web, wordsIn } from "#tests/support/web.ts";
import { actTypes } from "#workflows/acts.ts";
import problems from "../../templates/problems.json" with { type: "json" };

const long = process.env.TEST_LENGTH === "long";
// In Arabic a word of English shows at once, as in no other language.
const languages = long ? (["en", "ar", "ru", "kk"] as const) : (["ar"] as const);
type Language = "en" | "ar" | "ru" | "kk";

let office: Office;
let web: Web;
const ids: Record<string, string> = {};
/** What people wrote: the demonstration's remarks and reasons. */
let written: string[] = [];
let quoted: string[] = [];
let sealed: Buffer;

beforeAll(async () => {
  office = await openOffice({ demo: true });
  web = await openWeb(office);
  Object.assign(ids, await addDemoAgreements(office));
  const officer = office.as("legal-officer");
  type Items<T> = { items: T[] };
  const [ceremony] = (await officer.get<Items<{ id: string }>>("/ceremonies")).items;
  ids.ceremony = ceremony?.id ?? "";
  const texts = await office.db.selectFrom("text_bodies").select("markdown").execute();
  const headings = texts.flatMap(({ markdown }) => markdown.match(/^#+ .+$/gm) ?? []);
  quoted = [...new Set(headings.map((line) => line.replace(/^#+ /, "")))];
  const planned = await officer.get<{ title: Record<string, string> }>(
    `/ceremonies/${ids.ceremony}`,
  );
  quoted.push(...Object.values(planned.title));
  const bodies = await office.db.selectFrom("comments").select("body").execute();
  const requests = await office.db.selectFrom("change_requests").select("reason").execute();
  // The demo people's key is called so by them.
  written = ["demo", ...bodies.map(({ body }) => body), ...requests.map(({ reason }) => reason)];
  const pdf = `/agreements/${ids["published-network"]}/pdf?kind=sealed`;
  sealed = Buffer.from(await (await office.as("archivist").send("GET", pdf)).arrayBuffer());
}, 300_000);
afterAll(async () => {
  await web?.close();
  await office.close();
});

/** Products, formats and terms that are written the same in every language. */
const products = [
  ...["PDF/A", "PDF", "Word", "CSV", "NDJSON", "API", "SHA-256", "OpenSSL", "UTC", "GMT"],
  ...["ISO 3166", "PNG", "JPEG", "Depositary", "Ad referendum", "English"],
  ...["Escape", "Ctrl", "ad referendum", "HeadlessChrome", "Chrome", "Linux", "Markdown", "YAML"],
];
/** The letters of the United Nations Treaty Collection for acceptance and approval. */
const symbols = ["(AA)", "(A)"];

const codes = new Set(
  [
    ...[...Object.keys(jobs), ...actTypes, ...roles, ...accountEvents],
    ...Object.keys(problems),
    ...["review.circulated", "sign.open", "draft.editing", "publish", "wet-ink"],
  ].filter((code) => /[.-]/.test(code)),
);
for (const code of ["KZ", "AE", "EE", "UZ", "GE", "KG", "HUB"]) codes.add(code);

type Walk = { who: [role: string, party?: string] | null; paths: string[] };

const walks: Walk[] = [
  {
    who: null,
    paths: [
      ...["/", "/sign-in", "/letters", "/verify", "/register", "/register/$published-network"],
      ...["/register/$published-peer-learning", "/verify?agreement=$published-network"],
      ...["/nowhere", "/register/none"],
    ],
  },
  {
    who: ["legal-officer"],
    paths: [
      ...["/", "/account", "/agreements", "/agreements?view=board", "/agreements/new"],
      ...["/agreements/$draft-editing", "/agreements/$draft-editing/draft"],
      ...["/agreements/$review-circulated", "/agreements/$review-circulated/review"],
      ...["/agreements/$review-reconciling", "/agreements/$review-reconciling/draft"],
      ...["/agreements/$review-reconciling/review", "/agreements/$review-concordance"],
      ...["/agreements/$review-settled", "/agreements/$sign-open", "/agreements/$sign-open/record"],
      ...["/agreements/$published-leadership", "/agreements/$published-network/record"],
      ...["/agreements/$withdrawn", "/ceremonies", "/ceremonies/$ceremony", "/archive"],
    ],
  },
  {
    who: ["representative", "AE"],
    paths: [
      ...["/", "/account", "/agreements", "/agreements/$review-circulated"],
      ...["/agreements/$review-reconciling", "/agreements/$sign-open", "/ceremonies"],
      ...["/agreements/$sign-open/sign", "/agreements/$published-leadership/sign"],
      ...["/agreements/$published-leadership", "/agreements/$published-leadership/record"],
      ...["/agreements/$withdrawn", "/secretariat/parties"],
    ],
  },
  {
    who: ["archivist"],
    paths: ["/", "/archive", "/agreements/$published-peer-learning/record"],
  },
  {
    who: ["secretariat"],
    paths: [
      ...["/", "/secretariat/parties", "/secretariat/people", "/secretariat/credentials"],
      ...["/secretariat/templates", "/secretariat/jobs", "/secretariat/keys"],
      ...["/agreements/$sign-open", "/ceremonies/$ceremony"],
    ],
  },
];

/** What the walk is for: each of these must be found. */
test.each([
  ["en", "history.method.key", "a key"],
  ["en", "Scope: keys.scope.verify", "a key"],
  ["ar", "acts:name.sign", "a key"],
  ["en", "respondBy", "a name of the code"],
  ["en", "request-review", "the code request-review"],
  ["en", "Estonia, HUB", "the code HUB"],
  ["ru", "Стороны: KZ", "the code KZ"],
  ["en", "en, ru", "a language by its code"],
  ["ar", "kk", "a language by its code"],
  ["en", "10:00 (Asia/Almaty)", "a zone by its identifier"],
  ["kk", "signed-in", "the code signed-in"],
  ["kk", "Sign the agreement", "Latn in kk"],
  ["ar", "الموقّع: Estonia", "Latn in ar"],
  ["ar", "Подписание", "Cyrl in ar"],
  ["en", "Подписание", "Cyrl in en"],
  ["en", "التوقيع", "Arab in en"],
  ["ar", "ممثل, الإمارات", "a comma of Latin script"],
] as const)("in %s “%s” is %s", (language, text, why) => {
  const words = [{ text, lang: language, quote: false, place: "p" }];
  expect(faultsInWords(words, judged(language))).toEqual([`${why}: p “${text}”`]);
});

test.each([
  ["ru", "Проверка PDF"],
  ["ar", "المرجع DEP/2026/001"],
  ["kk", "office.pem, KZ.pem"],
  ["ru", "29 нояб. 2026 г., 02:07 UTC"],
  ["kk", "aigerim.nurlanova@hub.example"],
  ["en", "Waiting for Kazakhstan and the Hub"],
] as const)("in %s “%s” is all right", (language, text) => {
  const words = [{ text, lang: language, quote: false, place: "p" }];
  expect(faultsInWords(words, judged(language))).toEqual([]);
});

test("every address of the app is walked", () => {
  const routes = readFileSync(join(import.meta.dirname, "../../src/web/routes.tsx"), "utf8");
  const there = [...routes.matchAll(/page\(\s*"([^"]+)"/g)].map(([, path]) => path);
  const walked = walks.flatMap(({ paths }) => paths).map((path) => path.replace(/\$[\w-]+/, "$id"));
  expect(there.filter((path) => !walked.includes(path ?? ""))).toEqual([]);
  expect(there.length).toBeGreaterThan(20);
});

describe.each(languages)("in %s", (language) => {
  test.each(walks)(
    "no page says a key, a code or a foreign word to $who",
    async (walk) => {
      const { who, paths } = walk;
      const person = who ? office.as(who[0], who[1] ?? null).person : null;
      if (person) {
        const rows = office.db.updateTable("people").set({ language });
        await rows.where("id", "=", person.id).execute();
      }
      const page = await web.device({ language, ...(person && { as: person.email }) });
      const walker = await walkerOn(page, language);
      const faults: Record<string, string[]> = {};
      for (const path of paths) {
        await walker.goTo(path.replace(/\$([\w-]+)/, (_, name) => ids[name] ?? ""));
        const found = faultsInWords(await walker.readAll(path), judged(language));
        if (found.length > 0) faults[path] = found;
      }
      expect(faults).toEqual({});
      await page.context().close();
    },
    300_000,
  );
});

const judged = (language: Language) => ({
  language,
  names: [...products, ...symbols, ...written, ...demoPeople.map(({ names }) => names.en ?? "")],
  quoted,
  codes,
});

/** Somebody who goes from page to page as the app itself does, and opens what can be opened. */
async function walkerOn(page: Page, language: Language) {
  const say = await wordsIn(language);
  let underWay = 0;
  page.on("request", () => underWay++);
  page.on("requestfinished", () => underWay--);
  page.on("requestfailed", () => underWay--);
  const opened = new Set<string | null>();
  await page.goto(web.url);

  /** Until nothing is under way and two looks in a row find the same. */
  async function settled(): Promise<PageWords[]> {
    let last = "";
    for (let look = 0; look < 100; look++) {
      const words = await wordsOn(page);
      const now = JSON.stringify(words);
      const quiet = underWay <= 0 && (await page.locator(".mantine-Loader-root").count()) === 0;
      if (quiet && now === last) return words;
      last = now;
      await page.waitForTimeout(80);
    }
    throw new Error(`${page.url()} does not come to rest.`);
  }

  /** Opens a window or a menu, reads it and leaves it. */
  async function look(target: Locator): Promise<PageWords[]> {
    await target.click();
    await page.locator("[role=dialog], [role=menu]").first().waitFor();
    const words = await settled();
    await page.keyboard.press("Escape");
    await page.locator("[role=dialog], [role=menu]").first().waitFor({ state: "detached" });
    return words;
  }

  /** What opens a window on a page, each once for a walk; nothing here changes anything. */
  function windowsOn(path: string): Locator[] {
    const main = page.locator("#main");
    const button = (area: string, key: string) =>
      main.getByRole("button", { name: say(area, key), exact: true }).first();
    if (/^\/agreements\/\$[\w-]+$/.test(path)) {
      return [main.locator("section[aria-labelledby=next]").getByRole("button")];
    }
    const windows: Record<string, Locator[]> = {
      "/secretariat/parties": [
        button("secretariat", "change"),
        button("secretariat", "parties.add"),
      ],
      "/secretariat/people": [button("secretariat", "people.invite")],
      "/ceremonies": [button("ceremonies", "plan")],
      "/agreements/$draft-editing/draft": [button("drafting", "version.keep")],
    };
    return windows[path] ?? [];
  }

  /** What comes on a page when it is used: the verdict on a file, the form of each template. */
  async function use(path: string): Promise<PageWords[]> {
    if (path === "/verify") {
      const file = { name: "sealed.pdf", mimeType: "application/pdf", buffer: sealed };
      await page.locator("input[type=file]").setInputFiles(file);
      await page.getByRole("button", { name: say("verify", "another") }).waitFor();
      return settled();
    }
    if (path !== "/agreements/new") return [];
    const words: PageWords[] = [];
    const cards = await page.locator("#main").getByRole("button").count();
    for (let nth = 0; nth < cards; nth++) {
      await page.locator("#main").getByRole("button").nth(nth).click();
      await page.getByPlaceholder(say("new-agreement", "addParty")).waitFor();
      words.push(...(await settled()));
      await page.getByRole("button", { name: say("new-agreement", "another") }).click();
    }
    expect(cards).toBeGreaterThan(4);
    return words;
  }

  return {
    goTo: async (path: string) => {
      await page.evaluate((to) => {
        history.pushState({}, "", to);
        dispatchEvent(new PopStateEvent("popstate"));
      }, path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
    },
    readAll: async (path: string) => {
      const words = await settled();
      for (const tab of await page.getByRole("tab").all()) {
        await tab.click();
        words.push(...(await settled()));
      }
      for (const several of windowsOn(path)) {
        for (const one of await several.all()) {
          const name = await one.textContent();
          if (opened.has(name) || !(await one.isVisible())) continue;
          opened.add(name);
          words.push(...(await look(one)));
        }
      }
      words.push(...(await use(path)));
      return words;
    },
  };
}

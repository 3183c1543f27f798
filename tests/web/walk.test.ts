import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountEvents } from "#src/accounts/record-event.ts";
import { jobs } from "#src/jobs/run-job.ts";
import { demoPeople } from "#src/people/demo-people.ts";
import { roles } from "#src/people/person.ts";
import { type LanguageOf, languagesOf } from "#src/text/languages.ts";
import { addDemoAgreements } from "#tests/support/demo-office.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { faultsInWords } from "#tests/support/page-words.ts";
import { openWeb, type Web, wordsIn } from "#tests/support/web.ts";
import { actTypes } from "#workflows/acts.ts";
import { letterEffects, sentByJobs } from "#workflows/letters.ts";
import problems from "../../templates/problems.json" with { type: "json" };
import { walkerOn } from "./walker.ts";

const long = process.env.TEST_LENGTH === "long";
// The short run reads Arabic: there an English word differs even in its script.
const languages = long ? languagesOf("interface") : (["ar"] as const);
type Language = LanguageOf<"interface">;

let office: Office;
let web: Web;
const ids: Record<string, string> = {};
/** The remarks and reasons that people wrote in the demonstration. */
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
  const noted = await officer.send("POST", "/correspondence", {
    direction: "in",
    kind: "communication",
    party: "AE",
    channel: "diplomatic-bag",
    subject: "42",
    on: "2026-11-02",
    time: "10:15",
    languages: ["en", "ar"],
  });
  ids.desk = ((await noted.json()) as { id: string }).id;
  const texts = await office.db.selectFrom("text_bodies").select("markdown").execute();
  const headings = texts.flatMap(({ markdown }) => markdown.match(/^#+ .+$/gm) ?? []);
  quoted = [...new Set(headings.map((line) => line.replace(/^#+ /, "")))];
  const planned = await officer.get<{ title: Record<string, string> }>(
    `/ceremonies/${ids.ceremony}`,
  );
  quoted.push(...Object.values(planned.title));
  const bodies = await office.db.selectFrom("comments").select("body").execute();
  const requests = await office.db.selectFrom("change_requests").select("reason").execute();
  // The demo people named their key "demo".
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
    ...[...letterEffects, ...sentByJobs],
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
      ...["/register/notifications", "/nowhere", "/register/none"],
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
      ...["/actions", "/desk", "/desk/$desk"],
    ],
  },
  {
    who: ["representative", "AE"],
    paths: [
      ...["/", "/account", "/agreements", "/agreements/$review-circulated"],
      ...["/agreements/$review-reconciling", "/agreements/$sign-open", "/ceremonies"],
      ...["/agreements/$sign-open/sign", "/agreements/$published-leadership/sign"],
      ...["/agreements/$published-leadership", "/agreements/$published-leadership/record"],
      ...["/agreements/$withdrawn", "/secretariat/parties", "/actions"],
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

/** The faults that the walk looks for: it must find each of these. */
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
  ["fr", "Open the agreement", "English in fr"],
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
  ["fr", "En attente de la signature, non scellé"],
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
      const walker = await walkerOn(page, { url: web.url, say: await wordsIn(language), sealed });
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

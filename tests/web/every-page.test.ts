import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roomOf, work } from "#tests/support/jobs.ts";
import { inTurns, trials } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, circulate, draft, openAndSign } from "#tests/support/scenario.ts";
import { cutBadges, faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

let office: Office;
let web: Web;
const ids: Record<string, string> = {};

beforeAll(async () => {
  office = await openOffice();
  const { ctx } = office;
  ctx.demo = { people: [office.as("archivist").person.email], letters: async () => [] };
  web = await openWeb(office);
  const languages = ["en", "ar"];
  ids.draft = await draft(office, { languages });
  ids.review = await draft(office, { languages });
  await circulate(office, ids.review);
  ids.sign = await draft(office);
  await bringToOriginal(office, ids.sign);
  ids.publish = await draft(office, { languages });
  await bringToOriginal(office, ids.publish);
  const room = await roomOf(office);
  await work(office, room);
  for (const nth of [0, 1]) {
    const opened = await office.as("legal-officer", null, nth).act(ids.sign, "signing", {});
    expect(opened.status).toBe(201);
  }
  await openAndSign(office, ids.publish);
  await work(office, room);
  const officer = office.as("legal-officer");
  expect((await officer.act(ids.publish, "publication")).status).toBe(201);
  const planned = await officer.send("POST", "/ceremonies", {
    title: { en: "Signing at the forum" },
    place: "Astana",
    on: "2026-12-01",
  });
  const noted = await officer.send("POST", "/correspondence", {
    direction: "in",
    kind: "ratification",
    party: "AE",
    agreement: ids.publish,
    channel: "diplomatic-bag",
    subject: "Instrument of ratification",
    on: "2026-11-02",
    time: "10:15",
    languages: ["en", "ar"],
    scanAhead: true,
  });
  ids.desk = ((await noted.json()) as { id: string }).id;
  ids.ceremony = ((await planned.json()) as { id: string }).id;
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

type Visit = [path: string, role: string | null, party?: string];

/** Every address of the app, by somebody who works there; some are pages of more than one role. */
const visits: Visit[] = [
  ["/", null],
  ["/", "legal-officer"],
  ["/", "representative", "AE"],
  ["/sign-in", null],
  ["/account", "representative", "AE"],
  ["/letters", null],
  ["/agreements", "legal-officer"],
  ["/agreements/new", "legal-officer"],
  ["/agreements/$draft", "legal-officer"],
  ["/agreements/$review", "legal-officer"],
  ["/agreements/$review", "representative", "AE"],
  ["/agreements/$sign", "legal-officer"],
  ["/agreements/$sign", "secretariat"],
  ["/agreements/$publish", "archivist"],
  ["/agreements/$publish", "representative", "AE"],
  ["/agreements/$draft/draft", "legal-officer"],
  ["/agreements/$review/review", "legal-officer"],
  ["/agreements/$review/review", "representative", "KZ"],
  ["/agreements/$sign/sign", "representative", "AE"],
  ["/agreements/$publish/record", "archivist"],
  ["/ceremonies", "legal-officer"],
  ["/ceremonies/$ceremony", "secretariat"],
  ["/actions?party=KZ", "secretariat"],
  ["/actions", "representative", "AE"],
  ["/desk", "secretariat"],
  ["/desk", "representative", "AE"],
  ["/desk/$desk", "legal-officer"],
  ["/archive", "archivist"],
  ["/verify", null],
  ["/register", null],
  ["/register/$publish", null],
  ["/register/notifications", null],
  ["/secretariat/parties", "secretariat"],
  ["/secretariat/people", "secretariat"],
  ["/secretariat/credentials", "secretariat"],
  ["/secretariat/templates", "secretariat"],
  ["/secretariat/jobs", "secretariat"],
  ["/secretariat/keys", "secretariat"],
];

test("every address of the app is visited", () => {
  const routes = readFileSync(join(import.meta.dirname, "../../src/web/routes.tsx"), "utf8");
  const there = [...routes.matchAll(/page\(\s*"([^"]+)"/g)].map(([, path]) => path);
  const visited = visits.map(([path]) => path.replace(/\$\w+/, "$id"));
  expect(there.filter((path) => !visited.includes(path ?? ""))).toEqual([]);
  expect(there.length).toBeGreaterThan(20);
});

/** A desk and a telephone; the long run also takes a tablet. */
const widths = [1440, 360, 768].slice(0, trials({ short: 2, long: 3 }));

/** The short run reads English and Arabic, the long one also the languages with the longest words. */
const others = [
  ["ru", false, visits],
  ["kk", true, visits],
  ["fr", false, visits],
] as const;

describe.each([
  ["en", false, inTurns(visits, 0)] as const,
  ["ar", true, inTurns(visits, 1)] as const,
  ...others.slice(0, trials({ short: 0, long: others.length })),
])("in %s, dark: %s", (language, dark, visits) => {
  test.each(visits)("%s by %s %s is sound at every width", async (path, role, party) => {
    const person = role ? office.as(role, party ?? null).person : null;
    if (person) {
      const rows = office.db.updateTable("people").set({ language });
      await rows.where("id", "=", person.id).execute();
    }
    const page = await web.sameDevice({ language, dark, ...(person && { as: person.email }) });
    await page.goto(`${web.url}${path.replace(/\$(\w+)/, (_, name) => ids[name] ?? "")}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      // What slides out of the way may take a moment.
      const wider = expect.poll(() => overflows(page), { message: `too wide at ${width} px` });
      await wider.toBe(false);
      expect(await cutBadges(page), `cut at ${width} px`).toEqual([]);
    }
    expect(await faultsOf(page)).toEqual([]);
    expect(web.complaints()).toEqual([]);
  });
});

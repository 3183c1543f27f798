import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { VersionView } from "#src/agreements/read/list-versions.ts";
import type { Kept } from "#src/agreements/text/keep-working-text.ts";
import type { WorkingText } from "#src/agreements/text/list-working-texts.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { bringToOriginal, circulate, draft } from "#tests/support/scenario.ts";

let office: Office;
let officer: Client;
let second: Client;
let id = "";

beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
  second = office.as("legal-officer", null, 1);
});
beforeEach(async () => {
  id = await draft(office, { languages: ["en", "ru"] });
});
afterAll(() => office.close());

const words = "# Memorandum\n\nThe Parties,\n\n## Purpose\n\nThey cooperate.\n";

async function shown(language = "en", who = officer): Promise<WorkingText> {
  const { items } = await who.get<{ items: WorkingText[] }>(`/agreements/${id}/working-texts`);
  return items.find((one) => one.language === language) as WorkingText;
}

function keep(who: Client, markdown: string, seen: number | null, more: object = {}) {
  const headers: HeadersInit = seen === null ? {} : { "If-Match": `"${seen}"` };
  const path = `/agreements/${id}/working-texts/en`;
  return who.send("PUT", path, { markdown, ...more }, headers);
}

async function outcome(answer: Response): Promise<[number, string]> {
  return [answer.status, codeOf(await answer.json())];
}

test("where nobody has written the newest version's text is shown, at revision 0", async () => {
  const { items } = await officer.get<{ items: WorkingText[] }>(`/agreements/${id}/working-texts`);
  expect(items.map(({ language }) => language)).toEqual(["en", "ru"]);
  const text = await (await officer.send("GET", `/agreements/${id}/texts/en`)).text();
  expect(items[0]).toEqual({
    language: "en",
    markdown: text,
    revision: 0,
    basedOn: 1,
    by: null,
    at: null,
  });
});

test("what is typed is kept as it was typed, and no version is made", async () => {
  const answer = await keep(officer, words, 0);
  expect([answer.status, answer.headers.get("ETag")]).toEqual([200, '"1"']);
  expect(await shown("en", second)).toMatchObject({
    markdown: words,
    revision: 1,
    basedOn: 1,
    by: officer.person.id,
  });
  const row = await officer.get(`/agreements/${id}`);
  expect([row.version, row.textVersion]).toEqual([1, 1]);
});

test("what no version may hold is kept too, and said with its place", async () => {
  const answer = await keep(officer, "# A\n\nb\u202e, \ue000\n", 0);
  const { problems } = (await answer.json()) as Kept;
  expect(answer.status).toBe(200);
  expect(problems.slice(0, 2)).toMatchObject([
    { line: 3, column: 2, message: expect.stringContaining("U+202E") },
    { line: 3, column: 5, message: expect.stringContaining("U+E000") },
  ]);
  expect((await shown()).markdown).toBe("# A\n\nb\u202e, \ue000\n");
});

test("what is no character at all is refused, for it cannot be kept", async () => {
  const [status, code] = await outcome(await keep(officer, "a\n\u0000b", 0));
  expect([status, code]).toEqual([422, "invalid-text"]);
});

test("of two who type at once the second is told", async () => {
  await keep(officer, "first", 0);
  expect(await outcome(await keep(second, "second", 0))).toEqual([412, "stale-version"]);
  expect(await outcome(await keep(second, "second", null))).toEqual([428, "version-required"]);
  const answers = await Promise.all(
    [officer, second, officer, second].map((who, n) => keep(who, `${n}`, 1)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  expect((await shown()).revision).toBe(2);
});

test("a revision is never counted twice, though a text was discarded in between", async () => {
  await keep(officer, "first", 0);
  const path = `/agreements/${id}/working-texts/en`;
  expect((await officer.send("DELETE", path, undefined, { "If-Match": '"0"' })).status).toBe(412);
  expect((await officer.send("DELETE", path, undefined, { "If-Match": '"1"' })).status).toBe(204);
  expect(await shown()).toMatchObject({ revision: 2, by: null });
  expect((await keep(second, "late", 1)).status).toBe(412);
  expect((await keep(second, "again", 2)).status).toBe(200);
});

test("several languages become one version, with a note, and their working texts end", async () => {
  await keep(officer, words, 0);
  const note = "Purpose made shorter.";
  const russian = words.replace("Memorandum", "Меморандум");
  const done = await officer.act(id, "versions", { texts: { en: words, ru: russian }, note });
  expect(done.status).toBe(201);
  const { items } = await officer.get<{ items: VersionView[] }>(`/agreements/${id}/versions`);
  expect(items[0]).toMatchObject({ number: 2, note, author: { en: "Aigerim Nurlanova" } });
  expect(items).toHaveLength(2);
  expect(await shown()).toMatchObject({ markdown: words, revision: 2, basedOn: 2, by: null });
  expect((await shown("ru")).markdown).toBe(russian);
});

test("a text given with the same words keeps its drafter, who cannot certify it", async () => {
  const english = (await shown()).markdown;
  await second.act(id, "versions", { texts: { en: english, ru: words } });
  const rows = await office.db
    .selectFrom("version_texts")
    .select(["language", "drafter"])
    .where("agreement", "=", id)
    .where("number", "=", 2)
    .orderBy("language")
    .execute();
  expect(rows).toEqual([
    { language: "en", drafter: officer.person.id },
    { language: "ru", drafter: second.person.id },
  ]);
});

test("what another has written since is not taken over, and stays", async () => {
  await keep(officer, words, 0);
  await keep(second, `${words}\nMore.\n`, 1);
  const taken = { texts: { en: words }, revisions: { en: 1 } };
  expect((await officer.act(id, "versions", taken)).status).toBe(201);
  expect(await shown()).toMatchObject({ revision: 2, basedOn: 1, by: second.person.id });
  const merged = await keep(second, `${words}\nMore.\n`, 2, { basedOn: 2 });
  expect(await merged.json()).toMatchObject({ revision: 3, basedOn: 2 });
  expect((await keep(second, "x", 3, { basedOn: 9 })).status).toBe(400);
});

test("a version of what a version may not hold is refused, and the working text stays", async () => {
  await keep(officer, "a\u202eb", 0);
  const answer = await officer.act(id, "versions", { texts: { en: "a\u202eb" } });
  expect(await outcome(answer)).toEqual([422, "invalid-text"]);
  expect((await shown()).markdown).toBe("a\u202eb");
});

test("a language that is not the agreement's is refused in either way", async () => {
  const other = await officer.send(
    "PUT",
    `/agreements/${id}/working-texts/fr`,
    { markdown: "x" },
    { "If-Match": '"0"' },
  );
  expect(await outcome(other)).toEqual([422, "language-not-authentic"]);
  const both = await officer.act(id, "versions", { texts: { en: words, fr: words } });
  expect(await outcome(both)).toEqual([422, "language-not-authentic"]);
});

test("nothing is written once the text is settled", async () => {
  await bringToOriginal(office, id);
  expect(await outcome(await keep(officer, words, 0))).toEqual([409, "wrong-stage"]);
});

test("no party and no secretariat sees or writes what is being written", async () => {
  await circulate(office, id);
  await keep(officer, words, 0);
  for (const who of [office.as("representative", "KZ"), office.as("secretariat")]) {
    const seen = await who.send("GET", `/agreements/${id}/working-texts`);
    expect(seen.status).toBe(403);
    expect((await keep(who, words, 1)).status).toBe(403);
  }
});

import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fold } from "#src/text/fold.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

let office: Office;
let officer: Client;
/** Circulated, between Kazakhstan and the Emirates, in four languages. */
let circulated = "";
/** Circulated, between the United States and Estonia. */
let anothers = "";
/** Still a draft, between Kazakhstan and the Emirates. */
let drafted = "";

const languages = ["en", "ru", "ar", "kk"];
const title = {
  en: "Memorandum on Falconry",
  ru: "Меморандум о соколиной охоте",
  ar: "مذكرة تفاهم بشأن الصقارة",
  kk: "Саятшылық туралы меморандум",
};

beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
  circulated = await draft(office, { languages, title });
  await writes(circulated, "en", "The Parties keep quartz and gold.");
  await writes(circulated, "ru", "Стороны ведут учёт расчётов.");
  await writes(circulated, "ar", "يحفظ الطرفان الاِتِّفَاقَ وأحكامه.");
  await circulate(office, circulated);
  anothers = await draft(office, { parties: [{ code: "US" }, { code: "EE" }] });
  await writes(anothers, "en", "The Parties keep quartz and silver.");
  await circulate(office, anothers);
  drafted = await draft(office);
  await writes(drafted, "en", "The Parties keep quartz and copper.");
});
afterAll(() => office.close());

/** A new version of one language, under its heading or another. */
async function writes(
  id: string,
  language: string,
  sentence: string,
  heading?: string,
): Promise<void> {
  type View = { version: number; title: Record<string, string> };
  const { version, title } = await officer.get<View>(`/agreements/${id}`);
  const path = `/agreements/${id}/texts/${language}`;
  const headers = { "Content-Type": "text/markdown", "If-Match": `"${version}"` };
  const text = `# ${heading ?? title[language]}\n\n## I\n\n${sentence}\n`;
  expect((await officer.send("PUT", path, text, headers)).status).toBe(200);
}

type Found = { language: string; excerpt: string; hits: { start: number; end: number }[] };
type Item = { id: string; reference: string; parties: string[]; found?: Found };
const search = async (who: Client, q: string, more = "") =>
  (await who.get<{ items: Item[] }>(`/agreements?q=${encodeURIComponent(q)}${more}`)).items;
const ids = async (who: Client, q: string, more = "") =>
  (await search(who, q, more)).map(({ id }) => id).sort();
const words = ({ excerpt, hits }: Found) => hits.map(({ start, end }) => excerpt.slice(start, end));

test("words are found in titles, references and texts, in every language", async () => {
  const { reference } = await officer.get<{ reference: string }>(`/agreements/${circulated}`);
  const asked = [
    "falconry",
    "соколиной охоте",
    "الصقارة",
    "саятшылық",
    "gold quartz",
    "учет расчетов",
  ];
  for (const q of [...asked, "الإتفاق", reference, reference.toLowerCase()]) {
    expect([q, await ids(officer, q)]).toEqual([q, [circulated]]);
  }
});

test("every word must stand in one language, the last as the beginning of one", async () => {
  expect(await ids(officer, "gold qua")).toEqual([circulated]);
  expect(await ids(officer, "qua gold")).toEqual([]);
  expect(await ids(officer, "falconry соколиной")).toEqual([]);
  expect(await ids(officer, "% _")).toEqual([]);
  expect(await ids(officer, "it's \\ & | ! :* <->")).toEqual([]);
});

test("what is found says in which language and where, the reader's own language first", async () => {
  const [item] = await search(officer, "quartz gold");
  expect(item?.found).toMatchObject({
    language: "en",
    excerpt: "The Parties keep quartz and gold.",
  });
  expect(words(item?.found as Found)).toEqual(["quartz", "gold"]);
  const [russian] = await search(officer, "УЧЁТ");
  expect(words(russian?.found as Found)).toEqual(["учёт"]);
  expect(russian?.found?.language).toBe("ru");
  const [plain] = await search(officer, "DEP");
  expect(plain).not.toHaveProperty("found.html");
  const { items } = await officer.get<{ items: Item[] }>("/agreements");
  expect(items.every((one) => !("found" in one))).toBe(true);
});

test("only the current text is searched, and a new title at once", async () => {
  const id = await draft(office, { title: { en: "Of Zinc" } });
  await writes(id, "en", "Once it said beryllium.");
  expect(await ids(officer, "beryllium")).toEqual([id]);
  await writes(id, "en", "Now it says cobalt.");
  expect([await ids(officer, "beryllium"), await ids(officer, "cobalt")]).toEqual([[], [id]]);
  await writes(id, "en", "Now it says cobalt.", "Of Tungsten");
  expect([await ids(officer, "zinc"), await ids(officer, "tungsten cobalt")]).toEqual([[], [id]]);
});

test("scripts without spaces are searched by their letters", async () => {
  const chinese = { zh: "公务员制度合作协定" };
  const id = await draft(office, { title: { en: "Of China", ...chinese } });
  await sql`UPDATE agreements SET languages = '{en,zh}' WHERE id = ${id}`.execute(office.db);
  await sql`SELECT index_text(${id}, 'zh', digest) FROM search_texts
    WHERE agreement = ${id} AND language = 'en'`.execute(office.db);
  await sql`SELECT list_words(ARRAY[${id}::uuid])`.execute(office.db);
  expect(await ids(officer, "制度合作")).toEqual([id]);
  expect(await ids(officer, "协")).toEqual([id]);
  expect(await ids(officer, "定公务")).toEqual([]);
  expect(await ids(officer, "合作公务员")).toEqual([]);
});

test("nobody learns of an agreement that is not theirs to see, in the list or by its count", async () => {
  const counts = async (who: Client, query: string) =>
    (await who.get<{ stages: Record<string, number> }>(`/agreements/counts${query}`)).stages;
  const kazakhstan = office.as("representative", "KZ");
  const estonia = office.as("representative", "EE");
  expect(await ids(officer, "quartz")).toEqual([anothers, circulated, drafted].sort());
  expect(await ids(kazakhstan, "quartz")).toEqual([circulated]);
  expect(await ids(estonia, "quartz")).toEqual([anothers]);
  expect(await ids(office.as("archivist"), "quartz")).toEqual([]);
  expect(await counts(officer, "?q=quartz")).toEqual({
    "draft.editing": 1,
    "review.circulated": 2,
  });
  expect(await counts(kazakhstan, "?q=quartz")).toEqual({ "review.circulated": 1 });
  expect(await counts(kazakhstan, "")).toEqual({ "review.circulated": 1 });
  expect(await counts(kazakhstan, "?q=silver")).toEqual({});
  expect(await counts(kazakhstan, "?party=EE")).toEqual({});
  expect(await counts(office.as("archivist"), "")).toEqual({});
});

test("a list says the parties in order and what is due, and is narrowed by days", async () => {
  const today = new Date().toISOString().slice(0, 10);
  const [item] = await search(officer, "falconry");
  expect(item).toMatchObject({
    parties: ["KZ", "AE"],
    closesAt: null,
    respondBy: null,
    publishedAt: null,
  });
  expect(await ids(officer, "falconry", `&createdFrom=${today}&createdTo=${today}`)).toHaveLength(
    1,
  );
  expect(await ids(officer, "falconry", "&createdTo=2020-01-01")).toEqual([]);
  expect(await ids(officer, "falconry", "&createdFrom=2999-01-01")).toEqual([]);
  expect(await ids(officer, "falconry", "&publishedFrom=2020-01-01")).toEqual([]);
  const bad = await officer.send("GET", "/agreements?createdFrom=2026-02-30");
  expect(bad.status).toBe(400);
});

test("by their last act the agreements come a page at a time, each once", async () => {
  const order: string[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const cursor: string = next && `&cursor=${encodeURIComponent(next)}`;
    type Page = { items: (Item & { updatedAt: string })[]; next: string | null };
    const page: Page = await officer.get(`/agreements?sort=updated&limit=2${cursor}`);
    order.push(...page.items.map(({ updatedAt, id }) => `${updatedAt} ${id}`));
    next = page.next;
  }
  expect(order).toEqual([...order].sort().reverse());
  expect(new Set(order).size).toBe(5);
});

test("the database and the excerpts know words by the same rule", async () => {
  const texts = [
    "Ёлка, Référence-DEP/2026/001 «да» – l’accord",
    "الْإِتِّفَاقِيَّةُ ـــ أحمد، آخر؛ مبنى",
    "ΟΔΟΣ Straße ﬁn ½ İstanbul",
    "合作协定。第３条 ข้อตกลงน้ำ",
    "Қазақстан Үкіметі a\u00adb x\u200cy `code` [k](#l)",
  ];
  for (const text of texts) {
    const { rows } = await sql<{ folded: string }>`SELECT fold(${text}) AS folded`.execute(
      office.db,
    );
    expect(rows[0]?.folded).toBe(fold(text));
  }
});

test("a text of very many words is kept, if not all of them can be searched", async () => {
  const many = Array.from({ length: 60_000 }, (_, n) => `word${n.toString(36)}x`).join(" ");
  const { rows } = await sql<{ n: number }>`SELECT length(words_of(fold(${many}))) AS n`.execute(
    office.db,
  );
  expect(rows[0]?.n).toBeGreaterThan(50_000);
});

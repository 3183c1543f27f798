import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import { openOffice } from "#tests/support/office.ts";
import { drafts, type Hall, openHall } from "./hall.ts";

/** What the articles of an agreement are called: a memorandum that binds nobody has sections. */
let hall: Hall;
beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00Z", await openOffice());
});
afterAll(() => hall.office.close());

const memorandum = {
  template: "memorandum-of-understanding",
  title: { en: "Memorandum of Understanding", fr: "Mémorandum d’entente" },
  parties: ["KZ", "AE"].map((code) => ({ code })),
  languages: ["en", "fr"],
  variables: { place: { en: "Astana", fr: "Astana" } },
  terms: { clearance: false },
};

type View = { headings: string; version: number };
const view = (id: string) => hall.officers[0].get<View>(`/agreements/${id}`);

async function printed(id: string): Promise<string> {
  const answer = await hall.officers[0].send("GET", `/agreements/${id}/pdf?kind=draft`);
  const text = await textOf(new Uint8Array(await answer.arrayBuffer()));
  return text.replaceAll(/\s+/g, " ");
}

async function calls(id: string, headings: string) {
  const { version } = await view(id);
  return hall.officers[0].send(
    "PATCH",
    `/agreements/${id}`,
    { headings },
    {
      "If-Match": `"${version}"`,
    },
  );
}

test("a memorandum is printed in sections, and an officer can have articles instead", async () => {
  const id = await drafts(hall, memorandum);
  expect(await view(id)).toMatchObject({ headings: "sections" });
  const sections = await printed(id);
  expect(sections).toMatch(/Section 17/);
  expect(sections).toMatch(/listed in Section 5;/);
  expect(sections).toMatch(/énumérées à la section 5 ;/);
  expect(sections).toMatch(/énoncées à la présente section demeureront/);
  // Article 102 is the Charter’s.
  expect(sections.replaceAll("Article 102", "")).not.toMatch(/Article|article/);
  expect((await calls(id, "articles")).status).toBe(200);
  const articles = await printed(id);
  expect(articles).toMatch(/listed in Article 5;/);
  expect(articles).toMatch(/Article premier/);
  expect(articles).toMatch(/énumérées à l’article 5 ;/);
  expect(articles).toMatch(/énoncées au présent article demeureront/);
  expect(articles).not.toMatch(/[Ss]ection \d/);
});

test("what an instrument binds decides, unless the officer says otherwise", async () => {
  const { template: _, ...same } = memorandum;
  const blank = { ...same, template: "blank-agreement" };
  const treaty = await drafts(hall, { ...blank, terms: { clearance: false, binding: true } });
  expect(await view(treaty)).toMatchObject({ headings: "articles" });
  const none = await drafts(hall, { ...blank, terms: { clearance: false, binding: false } });
  expect(await view(none)).toMatchObject({ headings: "sections" });
  const chosen = await drafts(hall, { ...memorandum, headings: "articles" });
  expect(await view(chosen)).toMatchObject({ headings: "articles" });
  const answer = await hall.officers[0].send("POST", "/previews", memorandum);
  expect(await answer.json()).toMatchObject({ headings: "sections" });
});

test("a comparison names sections, and the evidence has what was decided", async () => {
  const id = await drafts(hall, memorandum);
  const query = "from=1&to=1&language=en";
  const { articles } = await hall.officers[0].get<{ articles: { name: { text: string }[] }[] }>(
    `/agreements/${id}/comparison?${query}`,
  );
  expect(articles[1]?.name.map(({ text }) => text).join("")).toBe("Section\u00a01");
  await calls(id, "articles");
  const evidence = await (await hall.officers[0].send("GET", `/agreements/${id}/evidence`)).text();
  expect(evidence).toContain('"headings":"sections"');
  expect(evidence).toContain('"headings":"articles"');
});

test("no other word is taken", async () => {
  const id = await drafts(hall, memorandum);
  const answer = await calls(id, "clauses");
  expect(answer.status).toBe(400);
});

test("words can be quoted as they are printed, and are found so", async () => {
  const id = await drafts(hall, memorandum);
  const says = (quote: string) =>
    hall.officers[0].send("POST", `/agreements/${id}/comments`, {
      language: "fr",
      article: 1,
      quote,
      body: "Lesquelles ?",
    });
  const printed = "énumérées à la section 5";
  expect((await says(printed)).status).toBe(201);
  expect((await says("énumérées à l’article 5")).status).toBe(400);
  const { items } = await hall.officers[0].get<{ items: { quoted: boolean }[] }>(
    `/agreements/${id}/comments`,
  );
  expect(items).toMatchObject([{ quoted: true }]);
  const found = await hall.officers[0].get<{
    items: { id: string; found: { excerpt: string } }[];
  }>(`/agreements?q=${encodeURIComponent("revêtant l’une des formes")}`);
  const own = found.items.find((one) => one.id === id);
  expect(own?.found.excerpt.replaceAll("\u00a0", " ")).toContain(printed);
});

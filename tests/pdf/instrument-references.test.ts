import { expect, test } from "vitest";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { run, textOf } from "./typeset/support/read-pdf.ts";
import { declaration } from "./typeset/support/udhr.ts";

function render(texts: Record<string, string>, layout: "sequential" | "parallel" = "sequential") {
  const languages = Object.keys(texts);
  return typesetInstrument(
    {
      reference: "ACSH/2026/009",
      title: Object.fromEntries(languages.map((language) => [language, "Agreement"])),
      languages,
      parties: [{ name: { en: "One", ar: "الأول" } }, { name: { en: "Two", ar: "الثاني" } }],
      layout,
      texts,
    },
    { date: "2026-11-23T10:00:00Z", id: "9" },
  );
}

/** Each link: its page, its box and where it leads, as page and height. */
function linksOf(pdf: Uint8Array) {
  const { qpdf } = JSON.parse(run(pdf, "qpdf", "--json=2", "%").out);
  const objects: Record<string, { value: Record<string, unknown> }> = qpdf[1];
  const kids = Object.entries(objects).filter(([, one]) => one.value?.["/Type"] === "/Page");
  const pageOf = (ref: string) => kids.findIndex(([key]) => key === `obj:${ref}`);
  return Object.values(objects)
    .map(({ value }) => value)
    .filter((value) => value?.["/Subtype"] === "/Link")
    .map((value) => {
      const to = value["/Dest"] as [string, string, null, number];
      return {
        page: pageOf(value["/P"] as string),
        box: value["/Rect"] as number[],
        to: pageOf(to[0]),
        top: to[3],
        says: String(value["/Contents"]).replace(/^u:/, ""),
      };
    });
}

const referring = (words: string) =>
  `# Agreement\n\n## Scope\n\nAs ${words} [there](#duration) says, and [here](#article-1).\n\n## Duration\n\nTen years.\n`;

test("a cross-reference prints in the language's form and leads to its article", async () => {
  const { pdf } = await render({
    en: referring("what"),
    ar: "# اتفاق\n\n## النطاق\n\nوفق [هنا](#article-2).\n\n## المدة\n\nعشر سنوات.\n",
  });
  const links = linksOf(pdf);
  expect(links.map(({ says }) => says)).toEqual([
    "Article\u00a02. Duration",
    "Article\u00a01. Scope",
    "المادة\u00a02. المدة",
  ]);
  expect(links.map(({ page, to }) => [page, to])).toEqual([
    [0, 0],
    [0, 0],
    [1, 1],
  ]);
  expect(textOf(pdf)).toContain("As what Article 2 says, and Article 1.");
  // The box lies over the words that it stands for.
  const [first] = links;
  const word = /xMin="([\d.]+)"[^>]*>Article<\/word>/.exec(
    run(pdf, "pdftotext", "-bbox", "%", "-").out.split(">what<")[1] ?? "",
  );
  expect(first?.box[0]).toBeCloseTo(Number(word?.[1]), 0);
});

test("each link is an element of its own, in the order of reading", async () => {
  const { pdf } = await render({ en: referring("what") });
  const structure = run(pdf, "pdfinfo", "-struct-text", "%").out;
  const words = [...structure.matchAll(/"([^"]*)"/g)].map(([, text]) => text?.trim()).join("|");
  expect(words).toContain("As what|Article\u00a02|says, and|Article\u00a01|.");
  expect(structure.match(/Link/g)).toHaveLength(2);
});

const long = (language: string, times: number) => {
  const { markdown } = declaration(language);
  const [head = "", ...articles] = markdown.split(/^(?=## )/m);
  const all = Array.from({ length: times }, (_, round) =>
    articles.map((one) => one.replace(/^## .*/, (heading) => `${heading} (${round + 1})`)),
  );
  return `${head}${all.flat().join("\n\n")}`;
};

test.each(["sequential", "parallel"] as const)(
  "from twenty pages on the articles are listed with their pages (%s)",
  async (layout) => {
    const { pdf, pages } = await render({ en: long("en", 3), ar: long("ar", 3) }, layout);
    expect(pages).toBeGreaterThanOrEqual(20);
    const texts = run(pdf, "pdftotext", "-layout", "%", "-").out.split("\f");
    const listed = linksOf(pdf).filter(({ says }) => says.startsWith("Article"));
    expect(listed).toHaveLength(90);
    for (const { to, says } of listed) {
      const [number = ""] = /Article\u00a0\d+/.exec(says) ?? [];
      expect(texts[to]?.replaceAll("\u00a0", " ")).toContain(number.replace("\u00a0", " "));
    }
    const table = run(pdf, "pdfinfo", "-struct", "%").out;
    expect(table.match(/TOCI/g)).toHaveLength(180);
    expect(run(pdf, "qpdf", "--check", "%").status).toBe(0);
  },
);

test("an instrument of fewer pages has no contents", async () => {
  const { pdf, pages } = await render({ en: long("en", 2) });
  expect(pages).toBeLessThan(20);
  expect(run(pdf, "pdfinfo", "-struct", "%").out).not.toContain("TOC");
});

test("annexes follow the articles and are numbered where there are several", async () => {
  const { pdf } = await render({
    en: "# Agreement\n\n## Scope\n\nWords.\n\n# Budget\n\nSums.\n\n## First part\n\nOne.\n\n# Timetable\n\nDates.\n",
    ar: "# اتفاق\n\n## النطاق\n\nكلمات.\n\n# الميزانية\n\nمبالغ.\n",
  });
  const text = textOf(pdf);
  expect(text).toMatch(/Annex I\s+Budget[\s\S]*First part[\s\S]*Annex II\s+Timetable/);
  expect(text).not.toContain("Article 2");
  expect(text).toContain("المرفق");
});

test("the pages are labelled by the numbers that they print", async () => {
  const { pdf } = await render({ en: referring("what") });
  const { qpdf } = JSON.parse(run(pdf, "qpdf", "--json=2", "%").out);
  const catalog = Object.values<{ value?: Record<string, unknown> }>(qpdf[1]).find(
    (one) => one.value?.["/Type"] === "/Catalog",
  );
  expect(catalog?.value?.["/PageLabels"]).toEqual({ "/Nums": [0, { "/S": "/D" }] });
});

test("each link is held by the element that its key leads to, as PDF/UA-1 asks (7.18.5)", async () => {
  const { pdf } = await render({ en: long("en", 4), ar: long("ar", 4) });
  const { qpdf } = JSON.parse(run(pdf, "qpdf", "--json=2", "%").out);
  const objects: Record<string, { value: Record<string, unknown> }> = qpdf[1];
  const at = (ref: unknown) => objects[`obj:${ref}`]?.value ?? {};
  const all = Object.entries(objects);
  const root = all.find(([, one]) => one.value?.["/Type"] === "/StructTreeRoot")?.[1].value;
  const numbers = at(root?.["/ParentTree"])["/Nums"] as unknown[];
  const links = all.filter(([, one]) => one.value?.["/Subtype"] === "/Link");
  expect(links.length).toBeGreaterThan(200);
  for (const [name, { value }] of links) {
    expect(value["/F"]).toBe(4);
    expect(String(value["/Contents"]).length).toBeGreaterThan(3);
    const key = numbers.findIndex((one, i) => i % 2 === 0 && one === value["/StructParent"]);
    const owner = at(numbers[key + 1]);
    expect(owner["/S"]).toBe("/Link");
    const held = (owner["/K"] as Record<string, unknown>[]).map((kid) => kid["/Obj"]);
    expect(held).toContain(name.replace("obj:", ""));
    const page = at(value["/P"]);
    expect(page["/Tabs"]).toBe("/S");
  }
});

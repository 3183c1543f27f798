import type { ArticleChange } from "#src/text/compare.ts";
import { type Around, formsOf } from "#src/text/forms.ts";
import { isolate } from "#src/text/isolate.ts";
import { changeRuns, deleted, inserted } from "./comparison/change-runs.ts";
import { changeWords } from "./comparison/change-words.ts";
import { openLists } from "./comparison/lists.ts";
import { type Page, paragraphBlocks } from "./comparison/paragraph-blocks.ts";
import { frameFor, set, size } from "./instrument/page-design.ts";
import { drawRunningLines } from "./instrument/running-lines.ts";
import { type Block, place } from "./typeset/flow.ts";
import { newGalley } from "./typeset/galley.ts";
import type { Run } from "./typeset/paragraph.ts";
import { printGalley } from "./typeset/print.ts";
import { element } from "./typeset/structure.ts";

export type Comparison = {
  reference: string;
  /** The numbers of the compared versions. */
  from: number;
  to: number;
  texts: { language: string; title: string; articles: ArticleChange[] }[];
  /** What the agreement says of its headings. */
  around?: Around | undefined;
};

/**
 * Typesets the changes between two versions of a text, each language from a new page on. Insertions are underlined and
 * deletions struck through, both in colour, with a bar beside the paragraph or row; unchanged text is included.
 * Everything is typeset like an instrument, with its numbers, faces and tables. The same input gives the same bytes.
 *
 * @throws Refusal `unprintable-character`
 * @throws Refusal `invalid-source` if a table has more columns than the page has room for
 */
export async function typesetComparison(
  comparison: Comparison,
  options: { date: string; id: string },
): Promise<Uint8Array> {
  const { reference, from, to, texts, around } = comparison;
  const galley = newGalley(texts[0]?.language ?? "en", (one) => formsOf(one, around));
  const titles = texts.map(({ language, title }): [string, string] => [language, title]);
  for (const { language, title, articles } of texts) {
    const section = element("Sect", galley.document, { language });
    const page = { galley, language, section };
    galley.outline.push({ title, sheet: galley.sheets.length, top: 0, children: [] });
    const versions = `${isolate(reference, language)} · ${from} – ${to}`;
    const blocks = [
      ...headBlocks(page, isolate(title, language), versions),
      ...articles.flatMap((article) => articleBlocks(page, withoutTitle(article, title))),
    ];
    const frame = frameFor(language);
    place(galley, frame, { sheet: galley.sheets.length, y: frame.top }, blocks);
  }
  drawRunningLines(galley, `${reference} · ${from} – ${to}`, new Map(titles));
  return printGalley(galley, { titles, reference, ...options });
}

function headBlocks(page: Page, title: string, versions: string): Block[] {
  const { language } = page;
  const words = changeWords(language);
  const legend: Run[] = [
    { text: words.inserted, span: { type: "Span", ...inserted } },
    { text: "   " },
    { text: words.deleted, span: { type: "Span", ...deleted } },
  ];
  return [
    textBlock(page, "H1", [{ text: title }], { size: size.title, style: "bold", before: 0 }),
    textBlock(page, "P", [{ text: versions }], { size: size.body, style: "regular", before: 6 }),
    textBlock(page, "P", legend, { size: size.body, style: "regular", before: 6 }),
  ];

  function textBlock(
    { galley, section }: Page,
    type: string,
    runs: Run[],
    look: { size: number; style: "bold" | "regular"; before: number },
  ): Block {
    const { before, ...more } = look;
    const paragraph = set(galley, language, runs, "title", { align: "center", ...more });
    return { kind: "text", paragraph, owner: element(type, section), x: 0, before, keepNext: true };
  }
}

/** An unchanged title is already at the head. */
function withoutTitle(article: ArticleChange, title: string): ArticleChange {
  const paragraphs = article.paragraphs.filter(
    ({ kind, change, runs }) =>
      kind !== "title" || change !== "same" || runs.map(({ text }) => text).join("") !== title,
  );
  return { ...article, paragraphs };
}

/** "Article 3", with its earlier number if that differs, and its paragraphs below. */
function articleBlocks(page: Page, { name, paragraphs }: ArticleChange): Block[] {
  const { galley, language, section } = page;
  const heading = name.at(-1)?.text ?? "";
  const numbers = name.flatMap((run, at): Run[] => [
    ...(at > 0 ? [{ text: "  " }] : []),
    ...changeRuns([run], language),
  ]);
  const above: Block[] = heading === "" ? [] : [headingBlock()];
  const lists = openLists(section);
  return [...above, ...paragraphs.flatMap((one) => paragraphBlocks(page, one, lists, heading))];

  function headingBlock(): Block {
    return {
      kind: "text",
      paragraph: set(galley, language, numbers, heading, {
        align: "center",
        size: size.heading,
        style: "bold",
      }),
      owner: element("H2", section),
      x: 0,
      before: 18,
      keepNext: true,
      placed: ({ sheet, y }) => {
        galley.outline.at(-1)?.children.push({ title: heading, sheet, top: y, children: [] });
      },
    };
  }
}

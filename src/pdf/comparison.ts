import type { ArticleChange, ParagraphChange } from "#src/text/compare.ts";
import { formsOf } from "#src/text/forms.ts";
import { isolate } from "#src/text/isolate.ts";
import { changeWords } from "./comparison/change-words.ts";
import { readable } from "./comparison/readable.ts";
import { directionOf, frameFor, margin, set, size, textWidth } from "./instrument/page-design.ts";
import { drawRunningLines } from "./instrument/running-lines.ts";
import { type Block, place } from "./typeset/flow.ts";
import { drawArtifact, type Galley, newGalley } from "./typeset/galley.ts";
import { number } from "./typeset/paint.ts";
import type { Run } from "./typeset/paragraph.ts";
import { printGalley } from "./typeset/print.ts";
import { element, type StructureElement } from "./typeset/structure.ts";

export type Comparison = {
  reference: string;
  /** The versions compared, by number. */
  from: number;
  to: number;
  texts: { language: string; title: string; articles: ArticleChange[] }[];
};

/**
 * Typesets what changed between two versions of a text, in each language from a new page on: what was inserted
 * is underlined, what was deleted struck through, both in colour, with a bar beside the paragraph; whatever
 * stayed stands there too. What changed is shown as it was written, marks and all, so that nothing escapes; what stayed as
 * it reads. The same input gives the same bytes.
 *
 * @throws Refusal `unprintable-character`
 */
export async function typesetComparison(
  comparison: Comparison,
  options: { date: string; id: string },
): Promise<Uint8Array> {
  const { reference, from, to, texts } = comparison;
  const galley = newGalley(texts[0]?.language ?? "en");
  const titles = texts.map(({ language, title }): [string, string] => [language, title]);
  for (const { language, title, articles } of texts) {
    const section = element("Sect", galley.document, { language });
    const page = { galley, language, section };
    galley.outline.push({ title, sheet: galley.sheets.length, top: 0, children: [] });
    const versions = `${isolate(reference, language)} · ${from} – ${to}`;
    const blocks = [
      ...headBlocks(page, isolate(title, language), versions),
      ...articles.flatMap((article) => articleBlocks(page, article)),
    ];
    const frame = frameFor(language);
    place(galley, frame, { sheet: galley.sheets.length, y: frame.top }, blocks);
  }
  drawRunningLines(galley, `${reference} · ${from} – ${to}`, new Map(titles));
  return printGalley(galley, { titles, reference, ...options });
}

type Page = { galley: Galley; language: string; section: StructureElement };

const inserted = { rule: "Underline", colour: "0 0.2 0.55 rg" } as const;
const deleted = { rule: "LineThrough", colour: "0.65 0 0.05 rg" } as const;

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

function articleBlocks(page: Page, article: ArticleChange): Block[] {
  const { galley, language, section } = page;
  const numbers = numbersOf(article, language);
  const heading = numbers.at(-1)?.text ?? "";
  const paragraphs = article.paragraphs.map((one) => paragraphBlock(page, one, heading));
  if (heading === "") return paragraphs;
  const above: Block = {
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
  // The element was made behind the paragraphs of its article.
  const made = section.children.splice(-1);
  section.children.splice(section.children.length - paragraphs.length, 0, ...made);
  return [above, ...paragraphs];
}

/** "Article 3", with the number that it had before, where that was another; none for the title and preamble. */
function numbersOf({ from, to }: ArticleChange, language: string): Run[] {
  const { article } = formsOf(language);
  if (from === 0 || to === 0) return [];
  if (from === to) return [{ text: article(to ?? 0) }];
  const before: Run[] =
    from === null ? [] : [{ text: article(from), span: { type: "Span", ...deleted } }];
  const after: Run[] =
    to === null ? [] : [{ text: article(to), span: { type: "Span", ...inserted } }];
  const space = before.length + after.length > 1 ? [{ text: "  " }] : [];
  return [...before, ...space, ...after];
}

function paragraphBlock(page: Page, change: ParagraphChange, place: string): Block {
  const { galley, language, section } = page;
  // A heading is written with marks before it, which its look replaces.
  const written = change.runs.map(({ text, shown }) => shown ?? text).join("");
  const heading = /^#{1,6}\s/.test(written);
  const runs = change.runs.map(({ kind, text, shown }, index): Run => {
    const said = kind === "same" ? readable(shown ?? text, language) : (shown ?? text);
    const line = said.replaceAll("\n", " ");
    const words = heading && index === 0 ? line.replace(/^#{1,6}\s+/, "") : line;
    if (kind === "same") return { text: words };
    return { text: words, span: { type: "Span", ...(kind === "inserted" ? inserted : deleted) } };
  });
  const paragraph = set(galley, language, runs, place, {
    align: heading ? "center" : "start",
    style: heading ? "bold" : "regular",
  });
  const block: Block = {
    kind: "text",
    paragraph,
    owner: element("P", section),
    x: 0,
    before: heading ? 2 : 6,
    ...(heading && { keepNext: true }),
  };
  if (change.change !== "same") block.drawn = (sheet, top, height) => bar(page, sheet, top, height);
  return block;
}

/** A bar in the margin on the side where lines begin. */
function bar({ galley, language }: Page, sheet: number, top: number, height: number): void {
  const x = number(
    directionOf(language) === "rtl" ? margin.side + textWidth + 12 : margin.side - 12,
  );
  const line = `${x} ${number(top)} m ${x} ${number(top - height)} l S`;
  drawArtifact(galley, sheet, `q 0.35 G 1.5 w ${line} Q\n`);
}

import type { Article, Text } from "#src/text/markdown.ts";
import type { Source } from "#src/text/source.ts";
import type { Block } from "../typeset/flow.ts";
import type { Galley, OutlineEntry } from "../typeset/galley.ts";
import { element } from "../typeset/structure.ts";
import { formsOf } from "./forms.ts";
import { type Column, set, size, wholeMeasure } from "./page-design.ts";
import { type Setting, textBlocks } from "./text-blocks.ts";
import { titleBlock } from "./title-block.ts";

/** One authentic text as blocks, in its parts. */
export type SetText = { head: Block[]; preamble: Block[]; articles: Block[][] };

/** Sets a text in a column, with its section of the structure and its bookmark. */
export function languageText(
  galley: Galley,
  source: Source,
  text: Text,
  column: Column = wholeMeasure,
): SetText {
  const { language } = text;
  const section = element("Sect", galley.document, { language });
  const entry: OutlineEntry = { title: text.title, sheet: 0, top: 0, children: [] };
  galley.outline.push(entry);
  const head = titleBlock(galley, source, text.title, language, section, column, (at) => {
    entry.sheet = at.sheet;
    entry.top = at.y;
  });
  const place = `${language}, preamble`;
  const setting = { galley, language, parent: section, indent: 0, depth: 0, column };
  return {
    head,
    preamble: textBlocks(text.preamble, { ...setting, place, level: 2 }),
    articles: text.articles.map((article) => articleBlocks(article, setting, entry)),
  };
}

/** The heading of an article, its number above its name, and what follows. */
function articleBlocks(
  article: Article,
  setting: Omit<Setting, "place" | "level">,
  entry: OutlineEntry,
): Block[] {
  const { galley, language, parent, column } = setting;
  const number = formsOf(language).article(article.number);
  const place = `${language}, ${number}`;
  const text = article.heading ? `${number}\n${article.heading}` : number;
  const heading: Block = {
    kind: "text",
    paragraph: set(galley, language, [{ text }], place, {
      align: "center",
      size: size.heading,
      style: "bold",
      width: column.width,
    }),
    owner: element("H2", parent),
    x: 0,
    before: 20,
    keepNext: true,
    placed: (at) => {
      const title = article.heading ? `${number}. ${article.heading}` : number;
      entry.children.push({ title, sheet: at.sheet, top: at.y, children: [] });
    },
  };
  return [heading, ...textBlocks(article.blocks, { ...setting, place, level: 3 })];
}

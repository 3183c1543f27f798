import type { Article, Text } from "#src/text/markdown.ts";
import type { Source } from "#src/text/source.ts";
import type { Block } from "../typeset/flow.ts";
import type { Cursor } from "../typeset/frame.ts";
import type { Galley, OutlineEntry } from "../typeset/galley.ts";
import { element, type StructureElement } from "../typeset/structure.ts";
import { formsOf } from "./forms.ts";
import { set, size } from "./page-design.ts";
import { textBlocks } from "./text-blocks.ts";
import { titleBlock } from "./title-block.ts";

/** One authentic text as blocks, with its bookmark. */
export function languageText(galley: Galley, source: Source, text: Text, cursor: Cursor): Block[] {
  const { language } = text;
  const section = element("Sect", galley.document, { language });
  const entry: OutlineEntry = {
    title: text.title,
    sheet: cursor.sheet,
    top: cursor.y,
    children: [],
  };
  galley.outline.push(entry);
  const blocks = titleBlock(galley, source, text.title, language, section, (at) => {
    entry.sheet = at.sheet;
    entry.top = at.y;
  });
  const preamble = {
    galley,
    language,
    place: `${language}, preamble`,
    indent: 0,
    depth: 0,
  } as const;
  blocks.push(...textBlocks(text.preamble, { ...preamble, parent: section, level: 2 }));
  for (const article of text.articles) {
    blocks.push(...articleBlocks(galley, article, language, section, entry));
  }
  return blocks;
}

/** The heading of an article, its number above its name, and what follows. */
export function articleBlocks(
  galley: Galley,
  article: Article,
  language: string,
  section: StructureElement,
  entry: OutlineEntry,
  width?: number,
): Block[] {
  const number = formsOf(language).article(article.number);
  const where = `${language}, ${number}`;
  const text = article.heading ? `${number}\n${article.heading}` : number;
  const heading: Block = {
    kind: "text",
    paragraph: set(galley, language, [{ text }], where, {
      align: "center",
      size: size.heading,
      style: "bold",
      ...(width && { width }),
    }),
    owner: element("H2", section),
    x: 0,
    before: 20,
    keepNext: true,
    placed: (at) => {
      const title = article.heading ? `${number}. ${article.heading}` : number;
      entry.children.push({ title, sheet: at.sheet, top: at.y, children: [] });
    },
  };
  const setting = { galley, language, place: where, parent: section, indent: 0, depth: 0 };
  return [
    heading,
    ...textBlocks(article.blocks, { ...setting, level: 3, ...(width && { width }) }),
  ];
}

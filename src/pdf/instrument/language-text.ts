import type { Annex, Article, Text } from "#src/text/markdown.ts";
import type { Source } from "#src/text/source.ts";
import type { Block } from "../typeset/flow.ts";
import type { Galley, OutlineEntry } from "../typeset/galley.ts";
import { element } from "../typeset/structure.ts";
import { contentsBlocks } from "./contents.ts";
import { type Column, set, size, wholeMeasure } from "./page-design.ts";
import type { Setting } from "./setting.ts";
import { textBlocks } from "./text-blocks.ts";
import { titleBlock } from "./title-block.ts";

/**
 * One authentic text as blocks, in its parts, annexes after the articles. Sets its contents only on request, at most
 * once.
 */
export type SetText = {
  head: Block[];
  contents: () => Block[];
  preamble: Block[];
  parts: Block[][];
};

/** Sets a text in a column, with its section of the structure and its bookmarks. */
export function languageText(
  galley: Galley,
  source: Source,
  text: Text,
  column: Column = wholeMeasure,
): SetText {
  const { language, annexes } = text;
  const forms = galley.forms(language);
  const section = element("Sect", galley.document, { language });
  const bookmark = (title: string): OutlineEntry => ({ title, sheet: 0, top: 0, children: [] });
  const entry = bookmark(text.title);
  galley.outline.push(entry);
  const head = titleBlock(galley, source, text.title, language, section, column, (at) => {
    entry.sheet = at.sheet;
    entry.top = at.y;
  });
  const behindHead = section.children.length;
  const named = (name: string, heading: string) => bookmark(heading ? `${name}. ${heading}` : name);
  const articles = text.articles.map((one) => named(forms.article(one.number), one.heading));
  const annexName = (number: number) => forms.annex(number, annexes.length);
  const annexed = annexes.map((one) => named(annexName(one.number), one.heading));
  entry.children.push(...articles, ...annexed);
  const place = `${language}, preamble`;
  const base = { indent: 0, depth: 0 };
  const setting = { ...base, galley, language, parent: section, column, articles };
  return {
    head,
    contents: () => {
      const end = section.children.length;
      const blocks = contentsBlocks(galley, language, section, column, entry.children);
      section.children.splice(behindHead, 0, ...section.children.splice(end));
      return blocks;
    },
    preamble: textBlocks(text.preamble, { ...setting, place, level: 2 }),
    parts: [
      ...text.articles.map((one, index) => {
        return partBlocks(one, forms.article(one.number), setting, articles[index]!, 20);
      }),
      ...annexes.map((one, index) => {
        return partBlocks(one, annexName(one.number), setting, annexed[index]!, 36);
      }),
    ],
  };
}

/** The heading of an article or annex, its number above its name, and what follows. */
function partBlocks(
  part: Article | Annex,
  number: string,
  setting: Omit<Setting, "place" | "level">,
  entry: OutlineEntry,
  before: number,
): Block[] {
  const { galley, language, parent, column } = setting;
  const place = `${language}, ${number}`;
  const text = part.heading ? `${number}\n${part.heading}` : number;
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
    before,
    keepNext: true,
    placed: (at) => {
      entry.sheet = at.sheet;
      entry.top = at.y;
    },
  };
  return [heading, ...textBlocks(part.blocks, { ...setting, place, level: 3 })];
}

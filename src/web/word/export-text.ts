import { AlignmentType, Document, HeadingLevel, Packer, Paragraph } from "docx";
import type { Text } from "#src/text/articles.ts";
import { type Around, formsOf } from "#src/text/forms.ts";
import { directionOf } from "#src/text/languages.ts";
import { parseText } from "#src/text/markdown.ts";
import { type Setting, wordBlocksOf } from "./blocks.ts";
import { articles, numberingOf } from "./numbering.ts";
import { marked } from "./runs.ts";
import { stylesOf } from "./styles.ts";

/**
 * Exports a text as a Word document that can be edited and imported again. Articles number themselves; references are
 * links.
 * @throws Refusal `invalid-text` if the text cannot be parsed into articles
 */
export async function exportText(
  markdown: string,
  language: string,
  around?: Around,
): Promise<Blob> {
  return Packer.toBlob(documentOf(parseText(markdown, language), around));
}

/** The document of a text; `around` is what the agreement says of its headings. */
export function documentOf(text: Text, around?: Around): Document {
  const { language, title } = text;
  const rtl = directionOf(language) === "rtl";
  const forms = formsOf(language, around);
  let lists = 0;
  const starts: Setting["starts"] = new Map();
  const setting: Setting = { language, rtl, forms, nextList: () => ++lists, starts };
  const children = [
    heading(HeadingLevel.HEADING_1, "title", title, rtl),
    ...wordBlocksOf(text.preamble, setting),
    ...text.articles.flatMap((article) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_2,
        alignment: AlignmentType.CENTER,
        bidirectional: rtl,
        keepNext: true,
        numbering: { reference: articles, level: 0 },
        children: marked(`article_${article.number}`, article.heading, rtl),
      }),
      ...wordBlocksOf(article.blocks, setting),
    ]),
    ...text.annexes.flatMap((annex) => [
      heading(HeadingLevel.HEADING_1, `annex_${annex.number}`, annex.heading, rtl),
      ...wordBlocksOf(annex.blocks, setting),
    ]),
  ];
  return new Document({
    title,
    creator: "Depositary",
    numbering: numberingOf(language, starts.values(), forms),
    styles: stylesOf(language),
    sections: [{ children }],
  });
}

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];

function heading(level: Level, id: string, text: string, rtl: boolean): Paragraph {
  return new Paragraph({
    heading: level,
    alignment: AlignmentType.CENTER,
    bidirectional: rtl,
    children: marked(id, text, rtl),
  });
}

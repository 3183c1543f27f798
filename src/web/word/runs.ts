import { Bookmark, InternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from "docx";
import type { Inline } from "#src/text/articles.ts";
import type { Forms } from "#src/text/forms.ts";

/** Where the words of a document run to, and how it writes its references. */
type Setting = { rtl: boolean; forms: Pick<Forms, "reference"> };

/** A paragraph's words as Word runs. A reference is a link within the document. */
export function runsOf(inlines: Inline[], { rtl, forms }: Setting): ParagraphChild[] {
  return inlines.map((one) => {
    if (one.kind === "break") return new TextRun({ break: 1, rightToLeft: rtl });
    if (one.kind === "reference") {
      const text = forms.reference(one.article, one.form);
      return new InternalHyperlink({
        anchor: `article_${one.article}`,
        children: [new TextRun({ text, rightToLeft: rtl })],
      });
    }
    return new TextRun(runOptionsOf(one, rtl));
  });
}

export function runOptionsOf(
  { text, bold, italic }: { text: string; bold?: boolean; italic?: boolean },
  rtl: boolean,
): IRunOptions {
  return {
    text,
    rightToLeft: rtl,
    ...(bold && { bold, boldComplexScript: true }),
    ...(italic && { italics: italic, italicsComplexScript: true }),
  };
}

/** A heading's words with the bookmark that references point to. */
export function marked(id: string, text: string, rtl: boolean): ParagraphChild[] {
  return [new Bookmark({ id, children: [new TextRun({ text, rightToLeft: rtl })] })];
}

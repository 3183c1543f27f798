import type { Inline } from "#src/text/markdown.ts";
import type { Run } from "../typeset/paragraph.ts";
import { formsOf } from "./forms.ts";

/** The runs of inline text; a cross-reference prints in the language's own form, as "Article 3". */
export function runsOf(inlines: Inline[], language: string): Run[] {
  return inlines.map((inline): Run => {
    if (inline.kind === "break") return { text: "\n" };
    if (inline.kind === "reference") return { text: formsOf(language).reference(inline.article) };
    const { text, bold, italic } = inline;
    if (bold && italic) return { text, style: "boldItalic" };
    if (bold) return { text, style: "bold" };
    return italic ? { text, style: "italic" } : { text };
  });
}

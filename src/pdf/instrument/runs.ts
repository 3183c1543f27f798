import type { Forms } from "#src/text/forms.ts";
import type { Inline } from "#src/text/markdown.ts";
import type { OutlineEntry } from "../typeset/galley.ts";
import type { Run } from "../typeset/paragraph.ts";

/**
 * The runs of inline text. A cross-reference prints in the language's own form, as "Article 3", and links to the
 * article's bookmark, one of `articles`.
 */
export function runsOf(inlines: Inline[], { reference }: Forms, articles: OutlineEntry[]): Run[] {
  return inlines.map((inline): Run => {
    if (inline.kind === "break") return { text: "\n" };
    if (inline.kind === "reference") {
      const text = reference(inline.article, inline.form);
      const to = articles[inline.article - 1];
      if (!to) return { text };
      return { text, span: { type: "Link", target: { to, description: to.title } } };
    }
    const { text, bold, italic } = inline;
    if (bold && italic) return { text, style: "boldItalic" };
    if (bold) return { text, style: "bold" };
    return italic ? { text, style: "italic" } : { text };
  });
}

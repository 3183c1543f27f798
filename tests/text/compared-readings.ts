import type { ArticleChange, ParagraphChange, Run } from "#src/text/compare.ts";
import { formsOf } from "#src/text/forms.ts";
import { labelsOf } from "#src/text/list-labels.ts";
import { type Block, type Inline, parseText } from "#src/text/markdown.ts";

/** The text with its bold and italic words marked as `<b>word</>`. Spaces are not marked. */
function faced(text: string, { bold, italic }: { bold?: unknown; italic?: unknown }): string {
  if (!bold && !italic) return text;
  const [open, close] = [`<${bold ? "b" : ""}${italic ? "i" : ""}>`, "</>"];
  return text.replaceAll(/\S+/gu, `${open}$&${close}`);
}

/** One side of a comparison, line by line in the order of that side: names, numbers, words, cells. */
export function side(articles: ArticleChange[], which: "from" | "to"): string[] {
  const absent = which === "from" ? "inserted" : "deleted";
  const words = (runs: Run[]) =>
    runs
      .filter(({ kind }) => kind !== absent)
      .map((run) => faced(run.text, run))
      .join("")
      .replaceAll("</><b>", "")
      .replaceAll("</><i>", "")
      .replaceAll("</><bi>", "");
  const lines = ({ label, runs, table, kind }: ParagraphChange): string[] => {
    // A paragraph that became an item, or an item that became a paragraph, has changed.
    const counted = kind === "item" || kind === "paragraph";
    const own = counted ? (words(label) ? "item" : "paragraph") : kind;
    if (!table) return [[own, words(label), words(runs)].join("|")];
    const columns = table.columns.map(
      (change) => change !== (which === "from" ? "added" : "removed"),
    );
    return table.rows
      .filter(({ change }) => change !== (which === "from" ? "added" : "removed"))
      .map(({ header, cells }) => {
        const kept = cells.filter((_, at) => columns[at]).map(words);
        return [header ? "header" : "row", ...kept].join("|");
      });
  };
  return articles
    .filter((article) => article[which] !== null)
    .sort((a, b) => (a[which] ?? 0) - (b[which] ?? 0))
    .flatMap(({ name, paragraphs }) => [
      words(name),
      ...paragraphs
        .filter(({ change }) => change !== (which === "from" ? "added" : "removed"))
        .flatMap(lines),
    ]);
}

/** An instrument, line by line as a reader sees it. It is made from the parsed text, not from a comparison. */
export function reading(markdown: string, language: string): string[] {
  const { title, preamble, articles, annexes } = parseText(markdown, language);
  const forms = formsOf(language);
  const words = (inlines: Inline[]) =>
    inlines
      .map((one) => {
        if (one.kind === "text") return faced(one.text, one);
        return one.kind === "break" ? "\n" : forms.reference(one.article);
      })
      .join("")
      .replaceAll("</><b>", "")
      .replaceAll("</><i>", "")
      .replaceAll("</><bi>", "");
  const linesOf = (block: Block, depth: number): string[] => {
    if (block.kind === "quote") return lines(block.blocks, depth);
    if (block.kind === "table") {
      const width = Math.max(block.header.length, ...block.rows.map((row) => row.length));
      return [block.header, ...block.rows].map((row, at) => {
        const cells = Array.from({ length: width }, (_, column) => words(row[column] ?? []));
        return [at === 0 ? "header" : "row", ...cells].join("|");
      });
    }
    if (block.kind !== "list") return [[block.kind, "", words(block.inlines)].join("|")];
    return block.items.flatMap((item, index) => {
      const label = labelsOf(language)[Math.min(depth, 2)]?.(block.start + index);
      const [first, ...rest] = item;
      const own = first?.kind === "paragraph" ? words(first.inlines) : "";
      const others = first?.kind === "paragraph" ? rest : item;
      return [["item", block.ordered ? label : "–", own].join("|"), ...lines(others, depth + 1)];
    });
  };
  const lines = (blocks: Block[], depth = 0) => blocks.flatMap((block) => linesOf(block, depth));
  return [
    ...["", `title||${title}`, ...lines(preamble)],
    ...articles.flatMap(({ number, heading, blocks }) => {
      return [forms.article(number), `article||${heading}`, ...lines(blocks)];
    }),
    ...annexes.flatMap(({ number, heading, blocks }) => {
      return [forms.annex(number, annexes.length), `annex||${heading}`, ...lines(blocks)];
    }),
  ];
}

import type { Nodes, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

import { gfmTable } from "micromark-extension-gfm-table";
import { plain } from "../reading.ts";
import { tableTree } from "../table-tree.ts";

/** An article or annex as it was written, cut into paragraphs: its heading, each paragraph, item and row. */
export type Part = { number: number; heading: string; paragraphs: string[] };

/** With more lines or marks than these a text is cut at its headings and lines, unparsed: time is bounded. */
const maxLines = 20_000;
const maxMarks = 5000;

/**
 * Cuts a Markdown text into its articles and these into paragraphs, each with its marks; number 0 is the
 * title and the preamble, and annexes are counted on behind the articles. Joined, the paragraphs are the text but for blank lines and spaces at their ends.
 */
export function divide(markdown: string): Part[] {
  const { articles, cuts, title } = isLong(markdown) ? byLines(markdown) : byMarks(markdown);
  const bounds = [{ start: 0, heading: title }, ...articles];
  let next = 0;
  return bounds.map(({ start, heading }, number) => {
    const end = bounds[number + 1]?.start ?? markdown.length;
    const starts = [start];
    for (; next < cuts.length && (cuts[next] ?? end) < end; next++) {
      if ((cuts[next] ?? 0) > start) starts.push(cuts[next] ?? 0);
    }
    const pieces = starts.map((at, index) =>
      markdown.slice(at, starts[index + 1] ?? end).trimEnd(),
    );
    return { number, heading, paragraphs: pieces.filter((piece) => piece !== "") };
  });
}

type Places = { title: string; articles: { start: number; heading: string }[]; cuts: number[] };

function byMarks(markdown: string): Places {
  const { children } = fromMarkdown(markdown, {
    // HTML is words of a paragraph, as where a text is read.
    extensions: [gfmTable(), { disable: { null: ["htmlFlow"] } }],
    mdastExtensions: [tableTree],
  });
  const annexed = children.findIndex((node, at) => at > 0 && isHeading(node, 1));
  const articles = children
    .filter((node, at) => {
      return annexed < 0 || at < annexed ? isHeading(node, 2) : isHeading(node, 1);
    })
    .map((node) => ({
      start: lineStart(markdown, startOf(node)),
      heading: plain(node).trim(),
    }));
  const cuts = new Set(children.flatMap(cutsOf).map((at) => lineStart(markdown, at)));
  return { title: titleOf(children), articles, cuts: [...cuts].sort((a, b) => a - b) };
}

function isHeading(node: RootContent, depth: number): boolean {
  return node.type === "heading" && node.depth === depth;
}

function byLines(markdown: string): Places {
  const places: Places = { title: "", articles: [], cuts: [] };
  let annexed = false;
  for (const { index, 0: line } of markdown.matchAll(/^.+$/gm)) {
    places.cuts.push(index);
    const annex = line.startsWith("# ") && index > 0;
    annexed ||= annex;
    if (annex || (line.startsWith("## ") && !annexed)) {
      places.articles.push({ start: index, heading: line.replace(/^#+/, "").trim() });
    } else if (line.startsWith("# ")) places.title ||= line.slice(2).trim();
  }
  return places;
}

function isLong(markdown: string): boolean {
  let lines = 0;
  let marks = 0;
  for (const sign of markdown) {
    if (sign === "\n") lines++;
    else if ("[]*_`<".includes(sign)) marks++;
  }
  return lines > maxLines || marks > maxMarks;
}

function titleOf([first]: RootContent[]): string {
  return first?.type === "heading" && first.depth === 1 ? plain(first).trim() : "";
}

/** Where a node's paragraphs, items and rows begin. */
function cutsOf(node: Nodes): number[] {
  if (node.type === "list" || node.type === "listItem" || node.type === "blockquote") {
    return [startOf(node), ...node.children.flatMap(cutsOf)];
  }
  if (node.type === "table") return node.children.map(startOf);
  return [startOf(node)];
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

/** The marks before a paragraph, such as an item's number, stand in its line and belong to it. */
function lineStart(markdown: string, at: number): number {
  return markdown.lastIndexOf("\n", at - 1) + 1;
}

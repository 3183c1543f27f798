import type { List, ListItem, Paragraph, RootContent, Text } from "mdast";

/**
 * Reads Markdown that contains only words: paragraphs, headings and flat numbered lists, each between empty lines, as
 * in most of a treaty. Gives the parser's result without its cost; null for anything else, which needs the parser.
 */
export function readPlain(markdown: string): RootContent[] | null {
  if (!onlyWords.test(markdown)) return null;
  const nodes: RootContent[] = [];
  const lines = markdown.split("\n");
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    if (line === "") {
      at++;
      continue;
    }
    const [next, node] = readBlock(lines, at) ?? [];
    if (next === undefined || !node) return null;
    // Adjacent lists may be one.
    if (node.type === "list" && nodes.at(-1)?.type === "list") return null;
    nodes.push(node);
    at = next;
  }
  return nodes;
}

/** Letters, figures, spaces, line ends, and marks that mean nothing to Markdown in any place. */
const onlyWords = /^[\p{L}\p{M}\p{N} \u00a0\n.,;:()'"%/#«»“”‘’„–—№،؛؟-]*$/u;

type Read = [next: number, node: RootContent];

function readBlock(lines: string[], at: number): Read | null {
  const line = lines[at]!;
  if (line.startsWith("#")) return readHeading(lines, at);
  if (/^\d/.test(line) && /^\d{1,9}[.)]/.test(line)) return readList(lines, at);
  if (!isPlain(line)) return null;
  let end = at + 1;
  while (end < lines.length && lines[end] !== "") if (!isPlain(lines[end++]!)) return null;
  return [end, paragraph(lines.slice(at, end), at, 1)];
}

/** Begins and ends with a letter or a mark that opens no block, so every line is only its words. */
function isPlain(line: string): boolean {
  return /^[\p{L}("«“„]/u.test(line) && !line.endsWith(" ");
}

function readHeading(lines: string[], at: number): Read | null {
  const line = lines[at]!;
  const [, marks = "", words = ""] = /^(#{1,6}) (.*)$/.exec(line) ?? [];
  if (!isPlain(words) || words.includes("#") || (lines[at + 1] ?? "") !== "") return null;
  const depth = marks.length as 1 | 2 | 3 | 4 | 5 | 6;
  const children = [text(words, at, marks.length + 2)];
  return [at + 1, { type: "heading", depth, children, position: from(at, 1) }];
}

/** Items in a row, or each after an empty line; an item is one line. */
function readList(lines: string[], at: number): Read | null {
  const first = /^(\d{1,9})([.)]) /.exec(lines[at]!);
  if (!first) return null;
  const items: ListItem[] = [];
  let end = at;
  for (let i = at; i < lines.length; i++) {
    const line = lines[i]!;
    if (line === "") continue;
    const [mark, , sign] = /^(\d{1,9})([.)]) /.exec(line) ?? [];
    if (!mark) {
      // Text without an empty line before it, or indented, may belong to the item.
      if (lines[i - 1] !== "" || !/^[\p{L}#("«“„]/u.test(line)) return null;
      break;
    }
    const words = line.slice(mark.length);
    if (sign !== first[2] || !isPlain(words)) return null;
    items.push(item(words, i, mark.length + 1));
    end = i + 1;
  }
  const list: List = { type: "list", ordered: true, start: Number(first[1]), children: items };
  return [end, { ...list, spread: false, position: from(at, 1) }];
}

function item(words: string, line: number, column: number): ListItem {
  const children = [paragraph([words], line, column)];
  return { type: "listItem", spread: false, checked: null, children, position: from(line, 1) };
}

function paragraph(lines: string[], at: number, column: number): Paragraph {
  const children = [text(lines.join("\n"), at, column)];
  return { type: "paragraph", children, position: from(at, column) };
}

function text(value: string, line: number, column: number): Text {
  return { type: "text", value, position: from(line, column) };
}

/** Only the start of a node is ever used. */
function from(line: number, column: number): NonNullable<Text["position"]> {
  const start = { line: line + 1, column };
  return { start, end: start };
}

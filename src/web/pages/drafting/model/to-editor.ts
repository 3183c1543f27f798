import type { ListItem, Nodes, PhrasingContent, RootContent, Table } from "mdast";
import { nodesOf } from "#src/text/markdown.ts";
import type { Part } from "#src/text/parts.ts";
import {
  type EditorDocument,
  type EditorMark,
  type EditorNode,
  headingLevel,
} from "./editor-document.ts";

/** Converts a part of a text to the editor's document: its heading, then its blocks. */
export function toEditor({ kind, markdown }: Part): EditorDocument {
  const level = headingLevel[kind];
  const [first, ...rest] = nodesOf(markdown);
  const headed = first?.type === "heading" && first.depth <= 2 ? first : null;
  const heading: EditorNode = {
    type: "heading",
    attrs: { level },
    ...filled(headed ? inlinesOf(headed.children) : []),
  };
  const blocks = (headed || !first ? rest : [first, ...rest]).flatMap((node) => blockOf(node));
  return { type: "doc", content: [heading, ...(blocks.length > 0 ? blocks : [paragraph([])])] };
}

/** Converts blocks that are in no part, such as a clause before it is inserted. */
export function blockOf(node: RootContent | ListItem["children"][number]): EditorNode[] {
  switch (node.type) {
    case "paragraph":
      return [paragraph(inlinesOf(node.children))];
    case "heading": {
      const content = inlinesOf(node.children);
      return [{ type: "heading", attrs: { level: node.depth }, ...filled(content) }];
    }
    case "list": {
      const content = node.children.map(itemOf);
      if (!node.ordered) return [{ type: "bulletList", content }];
      return [{ type: "orderedList", attrs: { start: node.start ?? 1 }, content }];
    }
    case "blockquote": {
      const content = node.children.flatMap((child) => blockOf(child));
      return [{ type: "blockquote", content: content.length > 0 ? content : [paragraph([])] }];
    }
    case "table":
      return [tableOf(node)];
    case "thematicBreak":
      return [paragraph([{ type: "text", text: "---" }])];
    default:
      return [paragraph(wordsOf(node))];
  }
}

function itemOf({ children }: ListItem): EditorNode {
  const content = children.flatMap((child) => blockOf(child));
  return { type: "listItem", content: content.length > 0 ? content : [paragraph([])] };
}

function tableOf({ children }: Table): EditorNode {
  const width = Math.max(...children.map((row) => row.children.length));
  const rows = children.map((row, at): EditorNode => {
    const cells = Array.from({ length: width }, (_, column): EditorNode => {
      const inlines = inlinesOf(row.children[column]?.children ?? []);
      return { type: at === 0 ? "tableHeader" : "tableCell", content: [paragraph(inlines)] };
    });
    return { type: "tableRow", content: cells };
  });
  return { type: "table", content: rows };
}

function paragraph(content: EditorNode[]): EditorNode {
  return { type: "paragraph", ...filled(content) };
}

function filled(content: EditorNode[]): { content?: EditorNode[] } {
  return content.length > 0 ? { content } : {};
}

function inlinesOf(nodes: PhrasingContent[], marks: EditorMark[] = []): EditorNode[] {
  return nodes.flatMap((node): EditorNode[] => {
    switch (node.type) {
      case "strong":
        return inlinesOf(node.children, withMark(marks, { type: "bold" }));
      case "emphasis":
        return inlinesOf(node.children, withMark(marks, { type: "italic" }));
      case "break":
        return [{ type: "hardBreak" }];
      case "link": {
        if (!node.url.startsWith("#")) {
          const link: EditorMark = { type: "link", attrs: { href: node.url } };
          return inlinesOf(node.children, withMark(marks, link));
        }
        const attrs = { target: node.url.slice(1), words: plain(node) };
        return [{ type: "reference", attrs, ...(marks.length > 0 && { marks }) }];
      }
      default:
        return wordsOf(node, marks);
    }
  });
}

const withMark = (marks: EditorMark[], mark: EditorMark) =>
  marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark];

/** Joins lines, without the spaces at their breaks. */
function inOneLine(text: string): string {
  const lines = text.split("\n");
  const bare = lines.map((line, index) => {
    const begun = index > 0 ? line.replace(/^[ \t]+/, "") : line;
    return index < lines.length - 1 ? withoutBlankEnd(begun) : begun;
  });
  return bare.join(" ");
}

function withoutBlankEnd(line: string): string {
  let end = line.length;
  while (end > 0 && " \t".includes(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end);
}

/** Text on one line. Unsupported content is reduced to its words. */
function wordsOf(node: Nodes, marks: EditorMark[] = []): EditorNode[] {
  const text = inOneLine(plain(node));
  return text === "" ? [] : [{ type: "text", text, ...(marks.length > 0 && { marks }) }];
}

function plain(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(plain).join("") : "";
}

import type { BlockContent, ListItem, Paragraph, PhrasingContent, RootContent, Table } from "mdast";
import type { Part } from "#src/text/parts.ts";
import {
  type EditorDocument,
  type EditorNode,
  headingLevel,
  innerLevel,
} from "./editor-document.ts";
import { phrasing } from "./phrasing.ts";
import { writeMarkdown } from "./write-markdown.ts";

/** The Markdown of an edited part. It keeps the part's trailing blank lines. */
export function fromEditor({ content }: EditorDocument, { kind, markdown }: Part): string {
  const [heading, ...rest] = content;
  const title = phrasing(heading?.content, { oneLine: true });
  const first: RootContent = { type: "heading", depth: headingLevel[kind], children: title };
  const blocks = blocksOf(rest, innerLevel[kind]);
  const headless = kind === "head" && title.length === 0;
  const written = writeMarkdown(headless ? blocks : [first, ...blocks]);
  return written.trimEnd() + (markdown.slice(markdown.trimEnd().length) || "\n");
}

/** Converts the editor's blocks to Markdown's. Empty paragraphs are dropped. */
export function blocksOf(nodes: EditorNode[] = [], level = 3): BlockContent[] {
  return nodes.flatMap((node): BlockContent[] => {
    switch (node.type) {
      case "paragraph": {
        const children = phrasing(node.content);
        return children.length > 0 ? [{ type: "paragraph", children }] : [];
      }
      case "heading": {
        const depth = Math.min(6, Math.max(level, Number(node.attrs?.level ?? level)));
        const children = phrasing(node.content, { oneLine: true });
        if (children.length === 0) return [];
        return [{ type: "heading", depth: depth as 2 | 3 | 4 | 5 | 6, children }];
      }
      case "orderedList":
      case "bulletList":
        return listOf(node, level);
      case "blockquote": {
        const children = blocksOf(node.content, level);
        return children.length > 0 ? [{ type: "blockquote", children }] : [];
      }
      case "table":
        return [tableOf(node)];
      default:
        return [];
    }
  });
}

function listOf({ type, attrs, content = [] }: EditorNode, level: number): BlockContent[] {
  const children = content.map((item): ListItem => {
    const blocks = blocksOf(item.content, level);
    return { type: "listItem", spread: !isTight(blocks), children: blocks };
  });
  if (children.length === 0) return [];
  const ordered = type === "orderedList";
  const start = ordered ? Number(attrs?.start ?? 1) : null;
  return [{ type: "list", ordered, start, spread: false, children }];
}

/** Whether an item's blocks can follow each other without a blank line and still parse the same. */
function isTight([first, second, ...more]: BlockContent[]): boolean {
  if (more.length > 0 || (first && first.type !== "paragraph")) return false;
  if (!second) return true;
  return second.type === "list" && (!second.ordered || second.start === 1);
}

function tableOf({ content = [] }: EditorNode): Table {
  const rows = content.map((row) => ({
    type: "tableRow" as const,
    children: (row.content ?? []).map((cell) => ({
      type: "tableCell" as const,
      children: joined(blocksOf(cell.content)),
    })),
  }));
  return { type: "table", align: [], children: rows };
}

/** A cell is one line. */
function joined(blocks: BlockContent[]): PhrasingContent[] {
  const paragraphs = blocks.filter((block): block is Paragraph => block.type === "paragraph");
  return paragraphs.flatMap(({ children }, index) => [
    ...(index > 0 ? [{ type: "text" as const, value: " " }] : []),
    ...children.map((child): PhrasingContent => {
      return child.type === "break" ? { type: "text", value: " " } : child;
    }),
  ]);
}

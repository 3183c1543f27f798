import type { EditorMark, EditorNode } from "../model/editor-document.ts";
import { type Html, readHtml } from "./html.ts";

/** What came out of Word as blocks of the editor, headings and bookmarks with them. */
export function blocksFromHtml(html: string): EditorNode[] {
  return blocks(readHtml(html));
}

function blocks(nodes: Html[]): EditorNode[] {
  const out: EditorNode[] = [];
  let loose: Html[] = [];
  const end = () => {
    const content = inlines(loose);
    if (content.some(({ text, type }) => type !== "text" || text?.trim())) {
      out.push({ type: "paragraph", content });
    }
    loose = [];
  };
  for (const node of nodes) {
    const found = block(node);
    if (!found) loose.push(node);
    else {
      end();
      out.push(...found);
    }
  }
  end();
  return out;
}

function block({ tag, children }: Html): EditorNode[] | null {
  switch (tag) {
    case "p":
    case "div":
      return blocks(children);
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6": {
      const ids = bookmarks(children);
      return [
        { type: "heading", attrs: { level: Number(tag[1]), ids }, content: inlines(children) },
      ];
    }
    case "ol":
    case "ul": {
      const items = children.filter((child) => child.tag === "li");
      const content = items.map((item): EditorNode => {
        const inner = blocks(item.children);
        return { type: "listItem", content: inner.length > 0 ? inner : [{ type: "paragraph" }] };
      });
      return [{ type: tag === "ol" ? "orderedList" : "bulletList", attrs: { start: 1 }, content }];
    }
    case "blockquote":
      return [{ type: "blockquote", content: blocks(children) }];
    case "table":
      return [{ type: "table", content: rowsOf(children) }];
    default:
      return null;
  }
}

function rowsOf(children: Html[]): EditorNode[] {
  return children.flatMap((child): EditorNode[] => {
    if (child.tag !== "tr") return rowsOf(child.children);
    const cells = child.children.filter(({ tag }) => tag === "td" || tag === "th");
    const content = cells.map((cell) => ({ type: "tableCell", content: blocks(cell.children) }));
    return [{ type: "tableRow", content }];
  });
}

function bookmarks(nodes: Html[]): string[] {
  return nodes.flatMap(({ attributes, children }) => [
    ...(attributes.id ? [attributes.id] : []),
    ...bookmarks(children),
  ]);
}

function inlines(nodes: Html[], marks: EditorMark[] = []): EditorNode[] {
  return nodes.flatMap((node): EditorNode[] => {
    const { tag, text, children, attributes } = node;
    if (tag === "") {
      const words = text.replaceAll(/[\t\n]+/g, " ");
      return words === ""
        ? []
        : [{ type: "text", text: words, ...(marks.length > 0 && { marks }) }];
    }
    if (tag === "br") return [{ type: "hardBreak" }];
    if (tag === "strong" || tag === "b") return inlines(children, [...marks, { type: "bold" }]);
    if (tag === "em" || tag === "i") return inlines(children, [...marks, { type: "italic" }]);
    const href = tag === "a" ? attributes.href : undefined;
    if (href?.startsWith("#")) {
      const words = plain(children);
      const attrs = { target: href.slice(1), words };
      return words === "" ? [] : [{ type: "reference", attrs, ...(marks.length > 0 && { marks }) }];
    }
    if (href && /^(https?:\/\/|mailto:)/i.test(href)) {
      return inlines(children, [...marks, { type: "link", attrs: { href } }]);
    }
    return inlines(children, marks);
  });
}

const plain = (nodes: Html[]): string =>
  nodes.map(({ text, children }) => text + plain(children)).join("");

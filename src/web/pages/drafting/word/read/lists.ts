import type { EditorNode } from "../../model/editor-document.ts";
import type { Label } from "./numbering.ts";

type Open = { level: number; ordered: boolean; next: number; node: EditorNode; indent: number };

/** The lists open at a position in the document, innermost last. */
export type Lists = {
  out: EditorNode[];
  open: Open[];
  /** Whether a paragraph with this indent continues the last item. */
  holds: (indent: number | null) => boolean;
  append: (node: EditorNode) => void;
};

export function newLists(out: EditorNode[]): Lists {
  const lists: Lists = {
    out,
    open: [],
    holds: (indent) => {
      const outermost = lists.open[0];
      return outermost !== undefined && indent !== null && indent > 0 && indent >= outermost.indent;
    },
    append: (node) => {
      lastItem(lists.open.at(-1))?.content?.push(node);
    },
  };
  return lists;
}

export function closeLists(lists: Lists): void {
  lists.open.length = 0;
}

type Item = { label: Label; level: number; node: EditorNode };

/**
 * Adds a numbered paragraph to the list that it continues, or starts a list at its number. Returns its depth, from 0.
 */
export function addItem(lists: Lists, { label, level, node }: Item): number {
  const { open, out } = lists;
  while ((open.at(-1)?.level ?? -1) > level) open.pop();
  const last = open.at(-1);
  const item: EditorNode = { type: "listItem", content: [node] };
  if (last?.level === level) {
    if (last.ordered === label.ordered && (!label.ordered || last.next === label.value)) {
      last.node.content?.push(item);
      last.next += 1;
      return open.length - 1;
    }
    open.pop();
  }
  const list: EditorNode = label.ordered
    ? { type: "orderedList", attrs: { start: label.value }, content: [item] }
    : { type: "bulletList", content: [item] };
  const container = lastItem(open.at(-1))?.content ?? out;
  container.push(list);
  open.push({
    level,
    ordered: label.ordered,
    next: label.value + 1,
    node: list,
    indent: label.indent,
  });
  return open.length - 1;
}

const lastItem = (open: Open | undefined) => open?.node.content?.at(-1);

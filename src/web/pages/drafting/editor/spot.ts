import type { Node } from "@tiptap/pm/model";

/** A place in an article: a text block, and the number of characters before the place. */
export type Spot = { block: number; offset: number };

const blocks = "h2, h3, h4, p, th, td";

/** The place in a rendered article at a point of the window. Null if there are no words. */
export function spotAt(root: Element, x: number, y: number): Spot | null {
  const caret = caretAt(x, y);
  const element = caret && (caret.node instanceof Element ? caret.node : caret.node.parentElement);
  const block = element?.closest(blocks);
  const at = block ? [...root.querySelectorAll(blocks)].indexOf(block) : -1;
  if (!caret || !block || at < 0) return null;
  const range = document.createRange();
  range.selectNodeContents(block);
  range.setEnd(caret.node, caret.offset);
  const before = range.cloneContents();
  for (const number of before.querySelectorAll("[data-number]")) number.remove();
  // In the editor a reference and a break are one character each.
  for (const one of before.querySelectorAll("[data-reference], br")) one.replaceWith("\u{FFFC}");
  return { block: at, offset: before.textContent?.length ?? 0 };
}

function caretAt(x: number, y: number): { node: globalThis.Node; offset: number } | null {
  if ("caretPositionFromPoint" in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  // Safari only has the older function.
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

/**
 * The same place in the editor, whose text blocks have the same order. Without a place: the start of the text, or of
 * the heading if it is empty.
 */
export function positionOf(doc: Node, spot: Spot | null): number {
  const { block, offset } = spot ?? { block: doc.firstChild?.content.size ? 1 : 0, offset: 0 };
  const starts: { at: number; size: number }[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    starts.push({ at: at + 1, size: node.content.size });
    return false;
  });
  const found = starts[Math.min(block, starts.length - 1)];
  return found ? found.at + Math.min(offset, found.size) : 1;
}

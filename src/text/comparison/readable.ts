import type { Nodes, Parent, PhrasingContent, RootContent } from "mdast";
import { readInlines } from "../inlines.ts";
import type { Reading } from "../reading.ts";

/** The nodes that an instrument may contain; the words of a text are read in any case. */
const held = new Set<Nodes["type"]>([
  ...(["paragraph", "heading", "list", "listItem", "blockquote"] as const),
  ...(["table", "tableRow", "tableCell"] as const),
  ...(["text", "inlineCode", "html", "strong", "emphasis", "break", "link"] as const),
]);
const maxDepth = 32;

/**
 * Returns a readable node: anything that no instrument may contain, such as an image or a reference to a missing
 * article, becomes words, as written. A text that is still being edited has such faults.
 */
export function readable(
  markdown: string,
  reading: Reading,
): (node: RootContent, asked?: { heading?: boolean }) => RootContent[] {
  const isSound = (node: Nodes, depth: number): boolean => {
    if (node.type === "link" || !held.has(node.type) || depth > maxDepth) return false;
    return !("children" in node) || node.children.every((one) => isSound(one, depth + 1));
  };
  let lines: number[] | undefined;
  const sourceOf = ({ position }: Nodes): string => {
    if (!position) return "";
    const { start, end } = position;
    lines ??= [0, ...[...markdown.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const at = (lines[start.line - 1] ?? 0) + start.column - 1;
    return markdown.slice(at, at + (end.offset ?? 0) - (start.offset ?? 0));
  };
  const asWritten = (node: Nodes): PhrasingContent[] =>
    sourceOf(node)
      .split("\n")
      .flatMap((value, at): PhrasingContent[] => [
        ...(at > 0 ? [{ type: "break" } as const] : []),
        { type: "text", value: value.trim() },
      ]);
  const isHeld = (node: Nodes, depth: number, heading: boolean): boolean => {
    if (!held.has(node.type) || depth > maxDepth) return false;
    if (node.type !== "link") return true;
    if (heading && node.url.startsWith("#")) return false;
    const faults: Reading["faults"] = [];
    readInlines([{ ...node, children: [] }], { ...reading, faults });
    return faults.length === 0;
  };
  const mended = (node: Nodes, depth: number, block: boolean, heading: boolean): Nodes[] => {
    if (!isHeld(node, depth, heading)) {
      const children = asWritten(node);
      return block ? [{ type: "paragraph", children }] : children;
    }
    if (!("children" in node)) return [node];
    const deeper = depth + (node.type === "listItem" || node.type === "blockquote" ? 1 : 0);
    const within = block && !["paragraph", "heading", "tableCell"].includes(node.type);
    const children = node.children.flatMap((one) => mended(one, deeper, within, heading));
    return [{ ...node, children } as Nodes & Parent];
  };
  return (node, { heading = false } = {}) =>
    isSound(node, 1) ? [node] : (mended(node, 1, true, heading) as RootContent[]);
}

import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { labelsOf } from "#src/text/list-labels.ts";

export type Marking = {
  language: string;
  /** The parties whose brackets are marked. */
  codes: string[];
  /** The class of a party's words. */
  bracketClass: string;
};

/** Decorations that are not in the text: list numbers in the language's letters, and a party's brackets. */
export function marksIn(marking: Marking): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    state: {
      init: (_, { doc }) => all(doc, marking),
      apply: (transaction, before) =>
        transaction.docChanged ? all(transaction.doc, marking) : before,
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
}

function all(doc: Node, marking: Marking): DecorationSet {
  const found: Decoration[] = [];
  const labels = labelsOf(marking.language);
  const walk = (node: Node, start: number, depth: number): void => {
    node.forEach((child, offset, index) => {
      const at = start + offset;
      const list = node.type.name.endsWith("List");
      if (child.type.name === "listItem" && list) {
        const ordered = node.type.name === "orderedList";
        const label = labels[Math.min(depth - 1, 2)] ?? String;
        const text = ordered ? label(Number(node.attrs.start ?? 1) + index) : "–";
        found.push(Decoration.node(at, at + child.nodeSize, { "data-label": text }));
      }
      if (child.isTextblock) found.push(...brackets(child, at + 1, marking));
      else walk(child, at + 1, depth + (child.type.name.endsWith("List") ? 1 : 0));
    });
  };
  walk(doc, 0, 0);
  return DecorationSet.create(doc, found);
}

function brackets(block: Node, start: number, { codes, bracketClass }: Marking): Decoration[] {
  const text = block.textBetween(0, block.content.size, undefined, "\ufffc");
  if (!text.includes("[") || codes.length === 0) return [];
  const opening = new RegExp(`^\\[\\s*(?:${codes.join("|")})\\s*[:,/]`);
  const found: Decoration[] = [];
  const open: { at: number; party: boolean }[] = [];
  for (const { 0: sign, index } of text.matchAll(/[[\]]/g)) {
    if (sign === "[") {
      open.push({ at: index, party: opening.test(text.slice(index, index + 40)) });
      continue;
    }
    const last = open.pop();
    if (!last?.party) continue;
    const [from, to] = [start + last.at, start + index + 1];
    found.push(Decoration.inline(from, to, { class: bracketClass }));
  }
  return found;
}

import type { ParagraphChange } from "#src/text/compare.ts";
import { element, type StructureElement } from "../typeset/structure.ts";

/** The place in the structure of a paragraph, and of its number. */
export type Home = { body: StructureElement; label?: StructureElement };

export type Lists = { home: (change: ParagraphChange) => Home };

/**
 * Opens and closes an article's lists with its paragraphs (ISO 32000-1, 14.8.4.3.3): a paragraph of level 2 is in an
 * item of a list that is in an item.
 */
export function openLists(parent: StructureElement): Lists {
  type Open = { list: StructureElement; body: StructureElement };
  let open: Open[] = [];
  const bodyAt = (level: number): StructureElement => open[level - 1]?.body ?? parent;
  const openUpTo = (level: number) => {
    while (open.length < level) {
      const list = element("L", bodyAt(open.length), {
        attributes: { O: "List", ListNumbering: "None" },
      });
      open.push({ list, body: element("LBody", element("LI", list)) });
    }
  };
  const home = ({ level, kind, label }: ParagraphChange): Home => {
    open = open.slice(0, level);
    if (kind !== "item") {
      openUpTo(level);
      return { body: bodyAt(level) };
    }
    openUpTo(level - 1);
    const list =
      open[level - 1]?.list ??
      element("L", bodyAt(level - 1), {
        attributes: { O: "List", ListNumbering: label.some(isNumber) ? "Decimal" : "Disc" },
      });
    const item = element("LI", list);
    const own = element("Lbl", item);
    const body = element("LBody", item);
    open[level - 1] = { list, body };
    return { body, label: own };
  };
  return { home };
}

function isNumber({ text }: { text: string }): boolean {
  return text !== "–";
}

import type { IParagraphOptions } from "docx";
import type { ParagraphChange } from "#src/text/compare.ts";
import { dashes, listNumbering, type Start } from "../../../word/numbering.ts";

type Open = { reference: string; instance: number; last: number };

export type ChangedLists = {
  /** The numbering of an item. An item whose number does not follow the one before starts a new list. */
  numberingOf: (change: ParagraphChange) => IParagraphOptions["numbering"];
  /** Lists that do not start at one, by their numbering. */
  starts: Map<string, Start>;
};

/** The lists of a comparison for Word, which numbers items itself. */
export function changedLists(): ChangedLists {
  const starts = new Map<string, Start>();
  let instances = 0;
  let open: (Open | undefined)[] = [];
  const numberingOf = ({ kind, level, ordinal, change }: ParagraphChange) => {
    if (kind !== "item") {
      open = open.slice(0, level);
      return undefined;
    }
    const at = level - 1;
    const deepest = Math.min(at, 4);
    open = open.slice(0, level);
    if (ordinal === null) {
      open[at] = undefined;
      return { reference: dashes, level: deepest };
    }
    const last = open[at];
    const follows = last && (change === "removed" || ordinal === last.last + 1);
    const begun: Start = { level: deepest, start: ordinal };
    const list = follows
      ? last
      : { reference: listNumbering(begun), instance: ++instances, last: ordinal };
    if (!follows && ordinal !== 1) starts.set(list.reference, begun);
    open[at] = change === "removed" && follows ? last : { ...list, last: ordinal };
    return { reference: list.reference, level: deepest, instance: list.instance };
  };
  return { numberingOf, starts };
}

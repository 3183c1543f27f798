import type { ParagraphChange } from "#src/text/compare.ts";

/** The changed paragraphs, with the list items that contain them: "(a)" means little without its "(2)". */
export function changedParagraphs(paragraphs: ParagraphChange[]): ParagraphChange[] {
  const kept: ParagraphChange[] = [];
  // The level of the item that contains the paragraph kept last.
  let wanted = 0;
  for (const one of paragraphs.toReversed()) {
    const item = one.kind === "item";
    if (one.change !== "same") {
      kept.unshift(one);
      wanted = item ? one.level - 1 : one.level;
    } else if (item && one.level <= wanted) {
      kept.unshift(one);
      wanted = one.level - 1;
    } else if (!item && one.level === 0) wanted = 0;
  }
  return kept;
}

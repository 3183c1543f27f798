import type { Galley, OutlineEntry } from "../typeset/galley.ts";
import type { StructureElement } from "../typeset/structure.ts";
import type { Column } from "./page-design.ts";

/** Where blocks stand: language, what errors call the place, and the indents of lists and quotations. */
export type Setting = {
  galley: Galley;
  language: string;
  place: string;
  parent: StructureElement;
  /** Points on the side where lines begin. */
  indent: number;
  column: Column;
  depth: number;
  /** The level of a heading among the blocks: one below what stands above them, as PDF/UA asks. */
  level: 2 | 3;
  /** The bookmarks of the articles, to which references lead. */
  articles: OutlineEntry[];
};

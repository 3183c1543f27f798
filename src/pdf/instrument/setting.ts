import type { Galley, OutlineEntry } from "../typeset/galley.ts";
import type { StructureElement } from "../typeset/structure.ts";
import type { Column } from "./page-design.ts";

/** The context of blocks: language, the name of the place in errors, and the indents of lists and quotations. */
export type Setting = {
  galley: Galley;
  language: string;
  place: string;
  parent: StructureElement;
  /** Points on the side where lines begin. */
  indent: number;
  column: Column;
  depth: number;
  /** The level of a heading among the blocks: one below its parent, as PDF/UA requires. */
  level: 2 | 3;
  /** The bookmarks of the articles, the targets of references. */
  articles: OutlineEntry[];
};

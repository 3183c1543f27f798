import type { PDFContext, PDFRef } from "./pdf-lib.ts";
import { textString, type Written } from "./syntax.ts";

/** An element of the logical structure (ISO 32000-1, 14.7.2). */
export type StructureElement = {
  type: string;
  language?: string;
  /** Attributes of one owner, as `{ O: "Table", Scope: "Column" }`. */
  attributes?: Record<string, string | number[]>;
  /** The text that replaces it for those who cannot see it. */
  alternative?: string;
  parent?: StructureElement;
  children: (StructureElement | Marked | Annotated)[];
};

type Marked = { sheet: number; mark: number };
type Annotated = { annotation: PDFRef; sheet: number };

/** A new element, added to its parent. */
export function element(
  type: string,
  parent?: StructureElement,
  more: Pick<StructureElement, "language" | "attributes" | "alternative"> = {},
): StructureElement {
  const made: StructureElement = { type, children: [], ...more };
  if (parent) {
    made.parent = parent;
    parent.children.push(made);
  }
  return made;
}

/**
 * Writes the tree below `document` and the map from marked content back to it. `marks` holds the elements by page and
 * marked-content number; `annotated` the elements of annotations by their StructParent key, which continues the numbers
 * of the pages.
 *
 * @returns the structure tree root
 */
export function writeStructure(
  context: PDFContext,
  written: Written,
  document: StructureElement,
  pages: PDFRef[],
  marks: StructureElement[][],
  annotated: StructureElement[],
): PDFRef {
  const root = context.nextRef();
  const refs = new Map<StructureElement, string>();
  const first = writeElement(context, written, document, `${root}`, pages, refs);
  const refOf = (owner: StructureElement) => {
    const ref = refs.get(owner);
    if (ref === undefined) throw new Error(`a ${owner.type} element stands outside the tree`);
    return ref;
  };
  const numbers: string[] = [];
  for (const [page, owners] of marks.entries()) {
    const { objectNumber } = context.nextRef();
    written.set(objectNumber, `[${owners.map(refOf).join(" ")}]`);
    numbers.push(`${page} ${objectNumber} 0 R`);
  }
  for (const [index, owner] of annotated.entries()) {
    numbers.push(`${marks.length + index} ${refOf(owner)}`);
  }
  const map = context.nextRef();
  written.set(map.objectNumber, `<</Nums[${numbers.join(" ")}]>>`);
  const tree = `/ParentTree ${map}`;
  const next = `/ParentTreeNextKey ${marks.length + annotated.length}`;
  written.set(root.objectNumber, `<</Type/StructTreeRoot/K[${first}]${tree}${next}>>`);
  return root;
}

function writeElement(
  context: PDFContext,
  written: Written,
  owner: StructureElement,
  parent: string,
  pages: PDFRef[],
  refs: Map<StructureElement, string>,
): string {
  const { objectNumber } = context.nextRef();
  const ref = `${objectNumber} 0 R`;
  refs.set(owner, ref);
  let home: number | undefined;
  let children = "";
  for (const child of owner.children) {
    if (children !== "") children += " ";
    if ("type" in child) {
      children += writeElement(context, written, child, ref, pages, refs);
      continue;
    }
    home ??= child.sheet;
    const page = pages[child.sheet];
    if ("annotation" in child) children += `<</Type/OBJR/Obj ${child.annotation}/Pg ${page}>>`;
    else if (child.sheet === home) children += child.mark;
    else children += `<</Type/MCR/Pg ${page}/MCID ${child.mark}>>`;
  }
  let more = home === undefined ? "" : `/Pg ${pages[home]}`;
  if (owner.language) more += `/Lang(${owner.language})`;
  if (owner.alternative) more += `/Alt${textString(owner.alternative)}`;
  if (owner.attributes) {
    const all = Object.entries(owner.attributes).map(([key, value]) =>
      typeof value === "string" ? `/${key}/${value}` : `/${key}[${value.join(" ")}]`,
    );
    more += `/A<<${all.join("")}>>`;
  }
  // A lone annotation is not put in an array: some validators read a form field's kid only in this form.
  const [only, ...others] = owner.children;
  const isLone = only !== undefined && "annotation" in only && others.length === 0;
  const kids = isLone ? children : `[${children}]`;
  written.set(objectNumber, `<</S/${owner.type}/P ${parent}/K${kids}${more}>>`);
  return ref;
}

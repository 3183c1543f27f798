import { type PDFContext, PDFName, PDFNumber, type PDFRef, PDFString } from "pdf-lib";

/** An element of the logical structure (ISO 32000-1, 14.7.2). */
export type StructureElement = {
  type: string;
  language?: string;
  /** Attributes of one owner, as `{ O: "Table", Scope: "Column" }`. */
  attributes?: Record<string, string>;
  parent?: StructureElement;
  children: (StructureElement | Marked | Annotated)[];
};

type Marked = { sheet: number; mark: number };
type Annotated = { annotation: PDFRef; sheet: number };

/** A new element, added to its parent. */
export function element(
  type: string,
  parent?: StructureElement,
  more: Pick<StructureElement, "language" | "attributes"> = {},
): StructureElement {
  const made: StructureElement = { type, children: [], ...more };
  if (parent) {
    made.parent = parent;
    parent.children.push(made);
  }
  return made;
}

/**
 * Writes the tree below `document` and the map from marked content back to it.
 * `marks` holds the elements by page and marked-content number; `annotated` the elements of annotations by
 * their StructParent key, which continues the numbers of the pages.
 *
 * @returns the structure tree root
 */
export function writeStructure(
  context: PDFContext,
  document: StructureElement,
  pages: PDFRef[],
  marks: StructureElement[][],
  annotated: StructureElement[],
): PDFRef {
  const root = context.nextRef();
  const refs = new Map<StructureElement, PDFRef>();
  writeElement(context, document, root, pages, refs);
  const refOf = (owner: StructureElement) => {
    const ref = refs.get(owner);
    if (!ref) throw new Error(`a ${owner.type} element stands outside the tree`);
    return ref;
  };
  const numbers: (PDFNumber | PDFRef)[] = [];
  for (const [page, owners] of marks.entries()) {
    numbers.push(PDFNumber.of(page), context.register(context.obj(owners.map(refOf))));
  }
  for (const [index, owner] of annotated.entries()) {
    numbers.push(PDFNumber.of(marks.length + index), refOf(owner));
  }
  context.assign(
    root,
    context.obj({
      Type: "StructTreeRoot",
      K: [refOf(document)],
      ParentTree: context.register(context.obj({ Nums: numbers })),
      ParentTreeNextKey: marks.length + annotated.length,
    }),
  );
  return root;
}

function writeElement(
  context: PDFContext,
  owner: StructureElement,
  parent: PDFRef,
  pages: PDFRef[],
  refs: Map<StructureElement, PDFRef>,
): PDFRef {
  const ref = context.nextRef();
  refs.set(owner, ref);
  const home = owner.children.find((child) => "sheet" in child)?.sheet;
  const children = owner.children.map((child) => {
    if ("type" in child) return writeElement(context, child, ref, pages, refs);
    const page = pages[child.sheet]!;
    if ("annotation" in child) {
      return context.obj({ Type: "OBJR", Obj: child.annotation, Pg: page });
    }
    if (child.sheet === home) return PDFNumber.of(child.mark);
    return context.obj({ Type: "MCR", Pg: page, MCID: child.mark });
  });
  const dictionary = context.obj({ Type: "StructElem", S: owner.type, P: parent, K: children });
  if (home !== undefined) dictionary.set(PDFName.of("Pg"), pages[home]!);
  if (owner.language) dictionary.set(PDFName.of("Lang"), PDFString.of(owner.language));
  if (owner.attributes) dictionary.set(PDFName.of("A"), context.obj(owner.attributes));
  context.assign(ref, dictionary);
  return ref;
}

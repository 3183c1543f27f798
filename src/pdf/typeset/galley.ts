import { type Forms, formsOf } from "#src/text/forms.ts";
import { Content } from "./content.ts";
import { type Ink, newInk } from "./ink.ts";
import { element, type StructureElement } from "./structure.ts";

/** A PDF under construction: the content of each sheet, and the structure that describes it. */
export type Galley = {
  ink: Ink;
  /** What is printed around a text in a language. */
  forms: (language: string) => Forms;
  sheets: Sheet[];
  /** The Document element (ISO 32000-1, 14.8.4.2). */
  document: StructureElement;
  outline: OutlineEntry[];
  fields: SignatureField[];
  links: Link[];
  /** Drawing that needs all pages to be known. */
  later: (() => void)[];
};

/** One page of A4. */
export type Sheet = {
  /** The language of its header and footer. */
  language: string;
  /** Content stream operators, in order of reading. */
  content: Content;
  /** Content below all of it. */
  under: Content;
  /** By marked-content number: the element that owns the content. */
  marks: StructureElement[];
};

export type OutlineEntry = { title: string; sheet: number; top: number; children: OutlineEntry[] };

/** An empty signature field; the box is left, bottom, width, height in points. */
export type SignatureField = {
  name: string;
  tooltip: string;
  sheet: number;
  box: [number, number, number, number];
  element: StructureElement;
};

/** A link area: the box is left, bottom, width, height in points. */
export type Link = {
  sheet: number;
  box: [number, number, number, number];
  element: StructureElement;
  to: OutlineEntry;
  description: string;
};

export const pageWidth = 595.28;
export const pageHeight = 841.89;

export function newGalley(
  language: string,
  forms: Galley["forms"] = (one) => formsOf(one),
): Galley {
  return {
    forms,
    ink: newInk(),
    sheets: [],
    document: element("Document", undefined, { language }),
    outline: [],
    fields: [],
    links: [],
    later: [],
  };
}

/** The sheet with this index, created if it is the next one. */
export function sheetAt(galley: Galley, index: number, language: string): Sheet {
  const known = galley.sheets[index];
  if (known) return known;
  const sheet: Sheet = {
    language,
    content: new Content(16_384),
    under: new Content(0),
    marks: [],
  };
  galley.sheets.push(sheet);
  return sheet;
}

/** Drawing operators: a string, or a function that writes them. */
type Operators = string | ((out: Content) => void);

function write(content: Content, operators: Operators): void {
  if (typeof operators === "string") content.add(operators);
  else operators(content);
}

/** Draws content that belongs to an element of the structure. */
export function draw(
  galley: Galley,
  index: number,
  owner: StructureElement,
  operators: Operators,
): void {
  const sheet = galley.sheets[index];
  if (!sheet) throw new Error(`there is no sheet ${index}`);
  const mark = sheet.marks.length;
  sheet.marks.push(owner);
  owner.children.push({ sheet: index, mark });
  const { content } = sheet;
  content.add(`/${owner.type} <</MCID ${mark}>> BDC\n`);
  write(content, operators);
  content.add("EMC\n");
}

/** Draws content without a meaning of its own: rules, frames, headers and footers, and content below a page. */
export function drawArtifact(
  galley: Galley,
  index: number,
  operators: Operators,
  kind: keyof typeof artifacts = "Layout",
): void {
  const sheet = galley.sheets[index];
  if (!sheet) throw new Error(`there is no sheet ${index}`);
  const content = kind === "Watermark" ? sheet.under : sheet.content;
  content.add(`/Artifact <<${artifacts[kind]}>> BDC\n`);
  write(content, operators);
  content.add("EMC\n");
}

const artifacts = {
  Layout: "/Type /Layout",
  Header: "/Type /Pagination /Subtype /Header /Attached [/Top]",
  Footer: "/Type /Pagination /Subtype /Footer /Attached [/Bottom]",
  Watermark: "/Type /Pagination /Subtype /Watermark",
};

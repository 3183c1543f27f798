import { changeOf } from "./changes.ts";
import { newFields } from "./fields.ts";
import { withInitials } from "./initials.ts";
import { lossOf } from "./losses.ts";
import { type Numbering, whole } from "./numbering.ts";
import type { WordPackage } from "./open-package.ts";
import { chosen, type InlineContext, isContents, readInlines } from "./read-inlines.ts";
import { readRows } from "./read-table.ts";
import { isReformed } from "./reformed.ts";
import type { Styles } from "./styles.ts";
import { unfinishedFields } from "./unfinished.ts";
import type { Change, Piece, WordBlock, WordParagraph } from "./word-blocks.ts";
import { allText, child, isOn, valOf, type XmlNode } from "./xml.ts";

export type BodyReading = InlineContext & {
  numbering: Numbering;
  /** Set inside a hidden row. */
  hidden?: boolean;
};

const ignored = new Set(
  `sectPr sdtPr sdtEndPr customXmlPr proofErr bookmarkEnd permStart permEnd commentRangeStart commentRangeEnd
  moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd
  customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd
  customXmlMoveToRangeStart customXmlMoveToRangeEnd tcPr`.split(/\s+/),
);

/** Reads the whole document as blocks. */
export function readBody(parts: WordPackage, styles: Styles, numbering: Numbering): WordBlock[] {
  const body = child(parts.document, "document", "body");
  if (!body) throw new Error("No body.");
  const reading: BodyReading = {
    styles,
    numbering,
    links: parts.links,
    fields: newFields(),
    unfinished: unfinishedFields(body),
    notes: {
      footnote: notesOf(parts.footnotes),
      endnote: notesOf(parts.endnotes),
      comment: notesOf(parts.comments),
    },
  };
  const margins = [...new Set(parts.margins.map((part) => allText(part).trim()))];
  return [
    ...readBlocks(body, reading, []),
    ...margins
      .filter((words) => words !== "")
      .map((words): WordBlock => ({ kind: "lost", what: "margins", words, changes: [] })),
  ];
}

/** Reads the blocks in the body, a cell or a content control. Unknown elements are reported as lost. */
export function readBlocks(node: XmlNode, reading: BodyReading, changes: Change[]): WordBlock[] {
  return withInitials(node.children).flatMap((one): WordBlock[] => {
    const { name } = one;
    if (name === "" || ignored.has(name)) return [];
    if (name === "p") return [readParagraph(one, reading, changes)];
    if (name === "tbl") {
      const styles = reading.styles.within(valOf(one, "tblPr", "tblStyle"));
      const read = (cell: XmlNode, more: Change[], hidden: boolean) =>
        readBlocks(cell, { ...reading, styles, ...(hidden && { hidden }) }, more);
      return [{ kind: "table", rows: readRows(one, read, changes) }];
    }
    if (name === "sdt" && isContents(one)) {
      return [{ kind: "lost", what: "contents", words: allText(one).trim(), changes }];
    }
    if (name === "sdt" || name === "sdtContent" || name === "customXml") {
      return readBlocks(one, reading, changes);
    }
    if (name === "ins" || name === "moveTo" || name === "del" || name === "moveFrom") {
      const kind = name === "ins" || name === "moveTo" ? "inserted" : "deleted";
      return readBlocks(one, reading, [...changes, changeOf(one, kind)]);
    }
    if (name === "AlternateContent") return readBlocks(chosen(one), reading, changes);
    if (name === "bookmarkStart") {
      const piece: Piece = { kind: "bookmark", name: one.attributes.name ?? "", changes: [] };
      return [{ ...emptyParagraph, pieces: [piece] }];
    }
    const { what, words } = lossOf(one);
    return [{ kind: "lost", what, words: words.replaceAll(/\s+/g, " ").trim(), changes }];
  });
}

const emptyParagraph: WordParagraph = {
  kind: "paragraph",
  pieces: [],
  heading: null,
  quoted: false,
  list: null,
  indent: null,
  end: { changes: [], hidden: false },
  reformatted: false,
  reformed: false,
};

function readParagraph(node: XmlNode, reading: BodyReading, changes: Change[]): WordParagraph {
  const { styles } = reading;
  const properties = child(node, "pPr");
  const style = valOf(properties, "pStyle");
  const mark = child(properties, "rPr");
  const marked = (mark?.children ?? []).flatMap((one): Change[] => {
    if (one.name === "ins" || one.name === "moveTo") return [changeOf(one, "inserted")];
    return one.name === "del" || one.name === "moveFrom" ? [changeOf(one, "deleted")] : [];
  });
  const indent = child(properties, "ind")?.attributes ?? styles.paragraph(style, "ind")?.attributes;
  const flags = { changes, ...(reading.hidden && { hidden: true }) };
  const left = indent?.start ?? indent?.left;
  return {
    kind: "paragraph",
    pieces: readInlines(node, reading, flags, style),
    heading: styles.heading(style),
    quoted: styles.quoted(style),
    list: listOf(properties, style, reading),
    indent: left === undefined ? null : whole(left),
    end: {
      changes: [...changes, ...marked],
      hidden: isOn(child(mark, "vanish") ?? styles.run(style, "vanish")) ?? false,
    },
    reformatted: child(properties, "pPrChange") !== undefined,
    reformed: isReformed(node),
  };
}

/** A paragraph's numbering, its own or its style's. Number 0 removes it from any list (17.9.18). */
function listOf(
  properties: XmlNode | undefined,
  style: string | undefined,
  { styles, numbering }: BodyReading,
): WordParagraph["list"] {
  const own = child(properties, "numPr");
  const inherited = styles.paragraph(style, "numPr");
  const id = valOf(own, "numId") ?? valOf(inherited, "numId");
  if (id === undefined || id === "0") return null;
  const level = valOf(own, "ilvl") ?? valOf(inherited, "ilvl");
  return {
    id,
    level: level === undefined ? numbering.levelOf(id, styles.lineage(style)) : whole(level),
  };
}

/** Footnotes, endnotes or comments by number, with their author if they have one. */
function notesOf(part: XmlNode | undefined): Map<string, string> {
  const notes = part?.children.find(({ name }) => name !== "")?.children ?? [];
  return new Map(
    notes.map((note) => {
      const { id = "", author } = note.attributes;
      const words = allText(note).replaceAll(/\s+/g, " ").trim();
      return [id, author ? `${author}: ${words}` : words];
    }),
  );
}

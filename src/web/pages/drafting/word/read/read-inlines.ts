import { changeOf, changing } from "./changes.ts";
import { faceOf } from "./face.ts";
import { type Fields, linkOf, newFields } from "./fields.ts";
import { lossOf } from "./losses.ts";
import type { Styles } from "./styles.ts";
import { symbolsIn } from "./symbols.ts";
import type { Flags, Piece } from "./word-blocks.ts";
import { allText, child, valOf, type XmlNode } from "./xml.ts";

/** What reading a paragraph needs to know about the rest of the document. */
export type InlineContext = {
  styles: Styles;
  links: Map<string, string>;
  /** Returns the words of a footnote, endnote or comment by number. */
  notes: Record<"footnote" | "endnote" | "comment", Map<string, string>>;
  fields: Fields;
  /** Field starts without an end. */
  unfinished: Set<XmlNode>;
};

/** Elements without words that do not matter for a text. */
const ignored = new Set(
  `pPr rPr sdtPr sdtEndPr customXmlPr smartTagPr proofErr bookmarkEnd permStart permEnd commentRangeStart
  commentRangeEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart
  customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart
  customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd lastRenderedPageBreak softHyphen
  footnoteRef endnoteRef annotationRef separator continuationSeparator fldData`.split(/\s+/),
);

/** Elements that are replaced by their content. */
const transparent = new Set(["smartTag", "customXml", "sdtContent"]);

/** Reads the pieces of a paragraph. An unknown element is reported as lost, never skipped silently. */
export function readInlines(
  node: XmlNode,
  reading: InlineContext,
  flags: Flags,
  style: string | undefined,
): Piece[] {
  return node.children.flatMap((one): Piece[] => {
    const { name, attributes } = one;
    const within = (more: Flags) => readInlines(one, reading, more, style);
    if (name === "" || ignored.has(name)) return [];
    if (transparent.has(name)) return within(flags);
    if (name === "dir" || name === "bdo") {
      const to = attributes.val === "rtl" ? "rtl" : "ltr";
      return within({ ...flags, forced: { how: name === "dir" ? "words" : "letters", to } });
    }
    const kind = changing[name];
    if (kind) return within({ ...flags, changes: [...flags.changes, changeOf(one, kind)] });
    if (name === "r") return readRun(one, reading, flags, style);
    if (name === "bookmarkStart") {
      return [{ kind: "bookmark", name: attributes.name ?? "", ...flags }];
    }
    if (name === "hyperlink") {
      const address = reading.links.get(attributes.id ?? "");
      const target = attributes.anchor;
      return within({ ...flags, ...(address ? { href: address } : target ? { target } : {}) });
    }
    if (name === "fldSimple") return simpleField(one, reading, flags, style);
    if (name === "sdt") {
      if (isContents(one)) return [lostPiece("contents", allText(one), flags)];
      return within(flags);
    }
    if (name === "AlternateContent") {
      return readInlines(chosen(one), reading, flags, style);
    }
    return [lossPiece(one, flags)];
  });
}

/** Namespaces that current Word understands in alternate content: shapes, drawings, and its later elements. */
const understood = /^(?:(?:w|a|cx)[a-z0-9]{0,8}|v|o|m|r|pic|oel)$/;

/** Reads alternate content as its first supported choice, or its fallback. */
export function chosen(node: XmlNode): XmlNode {
  const choice = node.children.find(({ name, attributes }) => {
    const needed = (attributes.Requires ?? "").split(/\s+/).filter(Boolean);
    return name === "Choice" && needed.every((prefix) => understood.test(prefix));
  });
  return choice ?? child(node, "Fallback") ?? child(node, "Choice") ?? node;
}

export function isContents(sdt: XmlNode): boolean {
  const part = child(sdt, "sdtPr", "docPartObj") ?? child(sdt, "sdtPr", "docPartList");
  return valOf(part, "docPartGallery") === "Table of Contents";
}

function simpleField(
  node: XmlNode,
  reading: InlineContext,
  flags: Flags,
  style: string | undefined,
): Piece[] {
  if (!reading.fields.isShown()) return [];
  const code = node.attributes.instr ?? "";
  const fields = newFields();
  fields.begin();
  fields.code(code);
  const before = fields.separate();
  const more = { ...flags, ...linkOf(code) };
  const words = readInlines(node, { ...reading, fields }, more, style);
  if (words.length === 0 && before.length === 0) return [lostPiece("field", code.trim(), flags)];
  return [...before, ...words];
}

function readRun(
  run: XmlNode,
  reading: InlineContext,
  given: Flags,
  style: string | undefined,
): Piece[] {
  const { fields, notes } = reading;
  const own = faceOf(run, reading.styles, given, style);
  return run.children.flatMap((one): Piece[] => {
    const { name, attributes } = one;
    const flags = { ...own, ...fields.flags() };
    if (name === "fldChar") {
      return reading.unfinished.has(one) ? [] : fieldMark(one, fields, flags);
    }
    if (name === "instrText") {
      const code = allText({ ...one, name: "t" });
      if (!fields.isOpen()) return code.trim() ? [lostPiece("field", code, flags)] : [];
      fields.code(code);
      return [];
    }
    if (name === "" || name === "delInstrText" || ignored.has(name)) return [];
    if (!fields.isShown()) return [];
    const words = (text: string) => symbolsIn(text, flags);
    switch (name) {
      case "t":
      case "delText":
        return words(textOf(one));
      case "tab":
      case "ptab":
        return words(" ");
      case "noBreakHyphen":
        return words("\u2011");
      case "br":
        // A page or column break. The words around it stay separate.
        if (attributes.type === "page" || attributes.type === "column") return words(" ");
        return [{ kind: "break", ...flags }];
      case "cr":
        return [{ kind: "break", ...flags }];
      case "footnoteReference":
        return [lostPiece("footnote", notes.footnote.get(attributes.id ?? "") ?? "", flags)];
      case "endnoteReference":
        return [lostPiece("footnote", notes.endnote.get(attributes.id ?? "") ?? "", flags)];
      case "commentReference":
        return [lostPiece("comment", notes.comment.get(attributes.id ?? "") ?? "", flags)];
      case "AlternateContent":
        return readRun(chosen(one), reading, own, style);
      case "ruby": {
        const base = child(one, "rubyBase");
        return [
          ...(base ? readInlines(base, reading, flags, style) : []),
          lostPiece("ruby", allText(child(one, "rt") ?? one), flags),
        ];
      }
      default:
        return [lossPiece(one, flags)];
    }
  });
}

function fieldMark({ attributes, children }: XmlNode, fields: Fields, flags: Flags): Piece[] {
  const settle = (pieces: Piece[]) => pieces.map((piece) => ({ ...piece, ...flags }));
  if (attributes.fldCharType === "begin") {
    fields.begin();
    // A form field holds its value beside the code.
    const form = children.find(({ name }) => name === "ffData");
    if (form) fields.code(formValue(form));
    return [];
  }
  return settle(attributes.fldCharType === "separate" ? fields.separate() : fields.end());
}

function formValue(form: XmlNode): string {
  const list = child(form, "ddList");
  const entries = list?.children.filter(({ name }) => name === "listEntry") ?? [];
  const chosen = entries[Number(valOf(list, "result") ?? 0)]?.attributes.val;
  return chosen ? ` ${chosen} ` : "";
}

/** Spaces at the ends count only if the document says so (XML 1.0, 2.10; Word does the same). */
function textOf(node: XmlNode): string {
  const text = node.children.map((one) => one.text).join("");
  const kept = node.attributes.space === "preserve" ? text : withoutEnds(text);
  return kept.replaceAll(/[\t\n\r]+/g, " ");
}

/** XML white space. A no-break space is an ordinary character. */
function withoutEnds(text: string): string {
  const isSpace = (at: number) => " \t\n\r".includes(text.charAt(at));
  let [start, end] = [0, text.length];
  while (start < end && isSpace(start)) start += 1;
  while (end > start && isSpace(end - 1)) end -= 1;
  return text.slice(start, end);
}

function lossPiece(node: XmlNode, flags: Flags): Piece {
  const { what, words } = lossOf(node);
  return lostPiece(what, words, flags);
}

function lostPiece(
  what: Extract<Piece, { kind: "lost" }>["what"],
  words: string,
  flags: Flags,
): Piece {
  return { ...flags, kind: "lost", what, words: words.replaceAll(/\s+/g, " ").trim() };
}

import { strFromU8, unzipSync } from "fflate";
import { readXml, type XmlNode } from "./xml.ts";

/** The parts of a Word document that hold words or say how they are numbered. */
export type WordPackage = {
  document: XmlNode;
  styles: XmlNode | undefined;
  numbering: XmlNode | undefined;
  footnotes: XmlNode | undefined;
  endnotes: XmlNode | undefined;
  comments: XmlNode | undefined;
  /** Headers and footers. */
  margins: XmlNode[];
  /** Addresses of links, by relationship. */
  links: Map<string, string>;
};

const maxPartBytes = 40 * 1024 * 1024;
const maxParts = 5000;

/**
 * Opens a .docx (ISO 29500-2). Only the parts named here are unpacked, and none beyond 40 MB.
 * @throws Error if it is no Word document, or a part is too large or not well-formed
 */
export function openPackage(file: Uint8Array): WordPackage {
  let seen = 0;
  const parts = unzipSync(file, {
    filter: ({ name, originalSize }) => {
      seen += 1;
      if (seen > maxParts) throw new Error(`More than ${maxParts} parts.`);
      if (!/^word\/[a-z0-9]+\.xml$|^word\/_rels\/document\.xml\.rels$/i.test(name)) return false;
      if (originalSize > maxPartBytes) throw new Error(`${name} is larger than 40 MB.`);
      return true;
    },
  });
  const read = (name: string) => {
    const bytes = parts[`word/${name}`];
    return bytes && readXml(decoded(bytes));
  };
  const document = read("document.xml");
  if (!document) throw new Error("No word/document.xml.");
  const margins = Object.keys(parts).filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name));
  return {
    document,
    styles: read("styles.xml"),
    numbering: read("numbering.xml"),
    footnotes: read("footnotes.xml"),
    endnotes: read("endnotes.xml"),
    comments: read("comments.xml"),
    margins: margins.sort().map((name) => readXml(decoded(parts[name] ?? new Uint8Array()))),
    links: linksOf(read("_rels/document.xml.rels")),
  };
}

/** XML parts are UTF-8 or UTF-16 (ISO 29500-2, 8.1.4). */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return strFromU8(bytes);
}

function linksOf(relations: XmlNode | undefined): Map<string, string> {
  const all = relations?.children[0]?.children ?? [];
  return new Map(all.map(({ attributes }) => [attributes.Id ?? "", attributes.Target ?? ""]));
}

import { strFromU8, unzipSync } from "fflate";
import { readXml, type XmlNode } from "./xml.ts";

/** The parts of a Word document that contain words or define their numbering. */
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

const megabyte = 1024 * 1024;
/**
 * The limit for the file and for all of its unpacked parts together, in bytes. A few hundred bytes can unpack to
 * gigabytes.
 */
export const maxFileBytes = 40 * megabyte;
const maxUnpackedBytes = 40 * megabyte;
const maxParts = 5000;

/** Thrown if a document's file, unpacked size or number of parts is beyond the limit. */
export class TooLarge extends Error {}

/** The default names of a document's parts. */
const usual = ["styles", "numbering", "footnotes", "endnotes", "comments"] as const;

/**
 * Opens a .docx (ISO 29500-2). Parts are found by their relationships, not by name. Only the XML parts that are needed
 * are unpacked, at most 40 MB in total.
 * @throws TooLarge before anything is unpacked
 * @throws Error if it is not a Word document, or a part is not well-formed
 */
export function openPackage(file: Uint8Array): WordPackage {
  if (file.length > maxFileBytes) throw new TooLarge(`The file has ${file.length} bytes.`);
  const roots = unpacked(file, (name) => name === "_rels/.rels")["_rels/.rels"];
  const [main = "word/document.xml"] = ofType(
    relationsIn(roots && readXml(decoded(roots)), ""),
    "officeDocument",
  );
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const relationsName = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const parts = unpacked(file, (name) => {
    const inFolder = name.startsWith(folder) && !name.slice(folder.length).includes("/");
    return (inFolder && name.endsWith(".xml")) || name === relationsName;
  });
  const read = (name: string) => {
    const bytes = parts[name];
    return bytes && readXml(decoded(bytes));
  };
  const document = read(main);
  if (!document) throw new Error(`No ${main}.`);
  const relations = relationsIn(read(relationsName), folder);
  const [styles, numbering, footnotes, endnotes, comments] = usual.map((name) =>
    read(ofType(relations, name)[0] ?? `${folder}${name}.xml`),
  );
  const named = Object.keys(parts).filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name));
  const linked = ["header", "footer"].flatMap((name) => ofType(relations, name));
  const margins = [...new Set([...named, ...linked])].sort();
  return {
    document,
    ...{ styles, numbering, footnotes, endnotes, comments },
    margins: margins.flatMap((name) => read(name) ?? []),
    links: new Map(relations.map(({ id, target }) => [id, target])),
  };
}

/** Unpacks the wanted parts, at most 40 MB in total. fflate cuts off a part that is longer than it declares. */
function unpacked(file: Uint8Array, isWanted: (name: string) => boolean) {
  let seen = 0;
  let bytes = 0;
  return unzipSync(file, {
    filter: ({ name, originalSize }) => {
      seen += 1;
      if (seen > maxParts) throw new TooLarge(`More than ${maxParts} parts.`);
      if (!isWanted(name)) return false;
      bytes += originalSize;
      if (bytes > maxUnpackedBytes) throw new TooLarge(`${name} unpacks beyond 40 MB.`);
      return true;
    },
  });
}

/** Decodes an XML part, which is UTF-8 or UTF-16 (ISO 29500-2, 8.1.4). */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return strFromU8(bytes);
}

type Relation = { id: string; type: string; target: string; part: string };

/** A part's relationship. `part` is the target's name from the package's root. */
function relationsIn(part: XmlNode | undefined, folder: string): Relation[] {
  const all = part?.children[0]?.children ?? [];
  return all.map(({ attributes: { Id: id = "", Type: type = "", Target: target = "" } }) => ({
    id,
    type: type.slice(type.lastIndexOf("/") + 1),
    target,
    part: target.startsWith("/") ? target.slice(1) : `${folder}${target.replace(/^\.\//, "")}`,
  }));
}

/** The names of the parts of a kind. The transitional and strict forms use the same last segment. */
const ofType = (relations: Relation[], type: string) =>
  relations.filter((one) => one.type === type).map(({ part }) => part);

import type { Link, PhrasingContent } from "mdast";
import type { Inline } from "./articles.ts";
import { fault, plain, type Reading } from "./reading.ts";
import { slugOf } from "./slug.ts";

type Face = { bold?: boolean; italic?: boolean };

/** The words of a paragraph, a heading or a cell, with their faces and references. */
export function readInlines(nodes: PhrasingContent[], reading: Reading, face: Face = {}): Inline[] {
  return nodes.flatMap((node) => readInline(node, reading, face));
}

function readInline(node: PhrasingContent, reading: Reading, face: Face): Inline[] {
  switch (node.type) {
    case "text":
      return [{ kind: "text", text: node.value.replaceAll(/\s*\n\s*/g, " "), ...face }];
    case "strong":
      return readInlines(node.children, reading, { ...face, bold: true });
    case "emphasis":
      return readInlines(node.children, reading, { ...face, italic: true });
    case "inlineCode":
    case "html":
      return [{ kind: "text", text: node.value.replaceAll(/\s*\n\s*/g, " "), ...face }];
    case "break":
      return [{ kind: "break" }];
    case "link":
      return readLink(node, reading, face);
    case "image":
    case "imageReference":
      fault(reading, node, "an image; an instrument holds words and tables");
      return [];
    default:
      fault(reading, node, `something that an instrument cannot hold (${node.type})`);
      return [];
  }
}

function readLink(node: Link, reading: Reading, face: Face): Inline[] {
  const { url } = node;
  if (url.startsWith("#")) {
    const article = reading.articleOf(slugOf(decode(url.slice(1))));
    if (article !== undefined) return [{ kind: "reference", article }];
    fault(reading, node, `a reference to an article that is not there (${url})`);
    return [];
  }
  if (!/^(https?:\/\/|mailto:)/i.test(url)) {
    fault(reading, node, `a link that is neither a web address nor an article (${url})`);
    return [];
  }
  const words = readInlines(node.children, reading, face);
  const address = url.replace(/^mailto:/i, "");
  if (plain(node) === address || plain(node) === url) return words;
  return [...words, { kind: "text", text: ` (${address})`, ...face }];
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

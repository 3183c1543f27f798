import type { LossKind } from "./word-blocks.ts";
import { allText, type XmlNode } from "./xml.ts";

/** Describes an element that our text cannot hold: its kind, and its words or description. */
export function lossOf(node: XmlNode): { what: LossKind; words: string } {
  const { name, attributes } = node;
  if (name === "oMath" || name === "oMathPara") return { what: "equation", words: allText(node) };
  if (name === "altChunk" || name === "subDoc") return { what: "embedded", words: "" };
  if (name === "sym") return { what: "symbol", words: symbolOf(attributes) };
  if (name === "drawing" || name === "pict" || name === "object" || name === "contentPart") {
    const words = allText(node);
    if (contains(node, "txbxContent")) return { what: "textBox", words };
    return { what: "image", words: words.trim() || describedBy(node) };
  }
  return { what: "unknown", words: allText(node).trim() || name };
}

function symbolOf({ font = "", char = "" }: Record<string, string>): string {
  return `${font} U+${char.toUpperCase()}`.trim();
}

function contains(node: XmlNode, name: string): boolean {
  return node.name === name || node.children.some((one) => contains(one, name));
}

/** A picture's description or name. */
function describedBy(node: XmlNode): string {
  if (node.name === "docPr" || node.name === "shape" || node.name === "imagedata") {
    const { descr, alt, title, name } = node.attributes;
    const said = descr || alt || title || name;
    if (said) return said;
  }
  for (const one of node.children) {
    const said = describedBy(one);
    if (said) return said;
  }
  return "";
}

import { chosen } from "./read-inlines.ts";
import type { XmlNode } from "./xml.ts";

/** Elements whose text is not part of the document's own. */
const apart = new Set(["drawing", "pict", "object"]);

/** Field starts without an end. Word shows what follows them, so it is not a field code. */
export function unfinishedFields(body: XmlNode): Set<XmlNode> {
  const open: XmlNode[] = [];
  const walk = (node: XmlNode) => {
    if (apart.has(node.name)) return;
    if (node.name === "AlternateContent") return walk(chosen(node));
    const type = node.name === "fldChar" ? node.attributes.fldCharType : "";
    if (type === "begin") open.push(node);
    if (type === "end") open.pop();
    node.children.forEach(walk);
  };
  walk(body);
  return new Set(open);
}

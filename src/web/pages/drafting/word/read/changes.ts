import type { Change } from "./word-blocks.ts";
import type { XmlNode } from "./xml.ts";

/** Elements that mark their content as a tracked change. */
export const changing: Record<string, Change["kind"]> = {
  ins: "inserted",
  moveTo: "inserted",
  del: "deleted",
  moveFrom: "deleted",
};

export function changeOf(node: XmlNode, kind: Change["kind"]): Change {
  return { kind, author: node.attributes.author ?? "" };
}

import { child, type XmlNode } from "./xml.ts";

/** Joins a drop cap, which is a paragraph of its own, with the word that continues in the next paragraph. */
export function withInitials(nodes: XmlNode[]): XmlNode[] {
  const out: XmlNode[] = [];
  let initial: XmlNode[] = [];
  for (const node of nodes) {
    if (isInitial(node)) {
      initial.push(...inner(node).map(onTheLine));
    } else if (node.name === "p" && initial.length > 0) {
      const properties = node.children.filter(({ name }) => name === "pPr");
      out.push({ ...node, children: [...properties, ...initial, ...inner(node)] });
      initial = [];
    } else out.push(node);
  }
  return initial.length > 0
    ? [...out, { name: "p", attributes: {}, children: initial, text: "" }]
    : out;
}

function isInitial(node: XmlNode): boolean {
  const how = child(node, "pPr", "framePr")?.attributes.dropCap;
  return node.name === "p" && (how === "drop" || how === "margin");
}

const inner = (node: XmlNode) => node.children.filter(({ name }) => name !== "pPr");

/** A drop cap is lowered to fill its lines. */
function onTheLine(node: XmlNode): XmlNode {
  const children = node.children.filter(({ name }) => node.name !== "rPr" || name !== "position");
  return { ...node, children: children.map(onTheLine) };
}

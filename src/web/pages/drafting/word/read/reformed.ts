import { child, isOn, valOf, type XmlNode } from "./xml.ts";

const toggles = ["strike", "dstrike", "vanish", "caps", "smallCaps"];
const valued = ["vertAlign", "position", "rStyle"];

/**
 * Whether a tracked formatting change is meaningful: the paragraph's number or style, or words that became
 * superscript, struck, hidden or capitals. Word stores such a change beside the words, not around them.
 */
export function isReformed(paragraph: XmlNode): boolean {
  const properties = child(paragraph, "pPr");
  const own = child(properties, "numPr");
  if (child(own, "ins") || child(own, "numberingChange")) return true;
  const before = child(properties, "pPrChange");
  return (before !== undefined && becameOther(properties, before)) || hasRun(paragraph);
}

function becameOther(now: XmlNode | undefined, change: XmlNode): boolean {
  const before = child(change, "pPr");
  return ["pStyle", "numPr"].some((name) => numbered(now, name) !== numbered(before, name));
}

function numbered(properties: XmlNode | undefined, name: string): string {
  if (name === "pStyle") return valOf(properties, name) ?? "";
  return [valOf(properties, name, "numId"), valOf(properties, name, "ilvl") ?? "0"].join(" ");
}

function hasRun(node: XmlNode): boolean {
  if (["drawing", "pict", "object", "pPr"].includes(node.name)) return false;
  const now = node.name === "r" ? child(node, "rPr") : undefined;
  const change = child(now, "rPrChange");
  if (change && runBecameOther(now, child(change, "rPr"))) return true;
  return node.children.some(hasRun);
}

function runBecameOther(now: XmlNode | undefined, before: XmlNode | undefined): boolean {
  return (
    toggles.some((name) => isOn(child(now, name)) !== isOn(child(before, name))) ||
    valued.some((name) => valOf(now, name) !== valOf(before, name))
  );
}

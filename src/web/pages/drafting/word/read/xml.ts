import { SaxesParser } from "saxes";

/** An element of an XML part. Names and attributes have no prefix; text is an element named "". */
export type XmlNode = {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
};

const maxDepth = 200;

/**
 * Parses an XML part. Document type declarations are refused, so that no entity can expand.
 * @throws Error if the part is not well-formed, or nested deeper than 200 elements
 */
export function readXml(xml: string): XmlNode {
  const root = element("#document", {});
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("A document type declaration.");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length > maxDepth) throw new Error(`Nested deeper than ${maxDepth} elements.`);
    const node = element(local(name), withoutPrefixes(attributes));
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const keep = (text: string) => {
    open.at(-1)?.children.push({ ...element("", {}), text });
  };
  parser.on("text", keep);
  parser.on("cdata", keep);
  parser.write(xml.replace(/^\ufeff/, "")).close();
  return root;
}

function element(name: string, attributes: Record<string, string>): XmlNode {
  return { name, attributes, children: [], text: "" };
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

function withoutPrefixes(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [local(name), value]),
  );
}

/** The first child with a name, or along a chain of names. */
export function child(node: XmlNode | undefined, ...names: string[]): XmlNode | undefined {
  let found = node;
  for (const name of names) found = found?.children.find((one) => one.name === name);
  return found;
}

/** The `val` attribute of a child, the form of most Word properties. */
export function valOf(node: XmlNode | undefined, ...names: string[]): string | undefined {
  return child(node, ...names)?.attributes.val;
}

/** Whether an on/off property is set: its element exists and is not switched off (ISO 29500-1, 17.17.4). */
export function isOn(node: XmlNode | undefined): boolean | undefined {
  if (!node) return undefined;
  return !["0", "false", "off", "none"].includes(node.attributes.val ?? "1");
}

/** All words below an element. */
export function allText(node: XmlNode): string {
  if (node.name === "") return node.text;
  // The fallback of alternate content repeats its choice.
  if (node.name === "Fallback" || node.name.endsWith("instrText")) return "";
  // WordArt: letters drawn as a picture.
  if (node.name === "textpath") return node.attributes.string ?? "";
  const inner = node.children.map(allText).join("");
  return node.name === "p" ? `${inner} ` : inner;
}

import { child, isOn, valOf, type XmlNode } from "./xml.ts";

/** Properties of styles, including the styles they are based on. */
export type Styles = {
  heading: (id: string | undefined) => number | null;
  quoted: (id: string | undefined) => boolean;
  /** A run property of a paragraph style, the nearest in its chain. Without an id, the default style's. */
  run: (id: string | undefined, name: string) => XmlNode | undefined;
  /** A run's property: its own, its style's or its paragraph style's. */
  ofRun: (
    properties: XmlNode | undefined,
    paragraphStyle: string | undefined,
    name: string,
  ) => XmlNode | undefined;
  /** The styles as seen inside a table with a style. */
  within: (table: string | undefined) => Styles;
  paragraph: (id: string | undefined, ...names: string[]) => XmlNode | undefined;
  /** A style and the styles it is based on, nearest first. */
  lineage: (id: string | undefined) => string[];
};

const maxChain = 20;

export function readStyles(part: XmlNode | undefined): Styles {
  const sheet = child(part, "styles");
  const all = (sheet?.children ?? []).filter(({ name }) => name === "style");
  const byId = new Map(all.map((style) => [style.attributes.styleId ?? "", style]));
  const chain = (id: string | undefined): XmlNode[] => {
    const out: XmlNode[] = [];
    let style = id === undefined ? undefined : byId.get(id);
    while (style && out.length < maxChain) {
      out.push(style);
      style = byId.get(valOf(style, "basedOn") ?? "");
    }
    return out;
  };
  const defaults = child(sheet, "docDefaults");
  const nameOf = (style: XmlNode) => (valOf(style, "name") ?? "").toLowerCase();
  const names = (id: string | undefined) => {
    const found = chain(id).map(nameOf);
    // A document without a style sheet can still name styles.
    return found.length > 0 || id === undefined ? found : [id.toLowerCase()];
  };
  const byDefault = all.find(
    ({ attributes }) => attributes.type === "paragraph" && isSaid(attributes.default),
  )?.attributes.styleId;
  const inChain = (id: string | undefined, name: string) => {
    for (const style of chain(id)) {
      const found = child(style, "rPr", name);
      if (found) return found;
    }
    return undefined;
  };
  const stylesWithin = (table: string | undefined): Styles => ({
    heading: (id) => {
      for (const name of names(id)) {
        if (name === "title") return 0;
        const [, level] = /^heading ?([1-9])$/.exec(name) ?? [];
        if (level) return Math.min(6, Number(level));
      }
      return null;
    },
    quoted: (id) => names(id).some((name) => name === "quote" || name === "intense quote"),
    run: (id, name) =>
      inChain(id ?? byDefault, name) ??
      inChain(table, name) ??
      child(defaults, "rPrDefault", "rPr", name),
    ofRun: (properties, paragraphStyle, name) =>
      child(properties, name) ??
      inChain(valOf(properties, "rStyle"), name) ??
      stylesWithin(table).run(paragraphStyle, name),
    within: stylesWithin,
    lineage: (id) => chain(id ?? byDefault).map(({ attributes }) => attributes.styleId ?? ""),
    paragraph: (id, ...path) => {
      for (const style of chain(id ?? byDefault)) {
        const found = child(style, "pPr", ...path);
        if (found) return found;
      }
      return undefined;
    },
  });
  return stylesWithin(undefined);
}

const isSaid = (value = "0") => ["1", "true", "on"].includes(value);

/** A toggle property, set by the run itself, its character style or its paragraph style. */
export function toggled(
  styles: Styles,
  properties: XmlNode | undefined,
  paragraphStyle: string | undefined,
  ...names: string[]
): boolean {
  return names.some((name) => isOn(styles.ofRun(properties, paragraphStyle, name)) ?? false);
}

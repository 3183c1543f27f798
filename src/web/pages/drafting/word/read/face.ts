import { changeOf, changing } from "./changes.ts";
import { type Styles, toggled } from "./styles.ts";
import type { Flags } from "./word-blocks.ts";
import { child, type XmlNode } from "./xml.ts";

/** The offset from which words are visibly above or below the line, in half-points. */
const raisedFrom = 4;

/** Bold and italic of whole paragraphs are part of our own design, so they are ignored. */
const noStyle = "";

/** The meaningful formatting of a run, from the run itself, its style or its paragraph's style. */
export function faceOf(
  run: XmlNode,
  styles: Styles,
  flags: Flags,
  style: string | undefined,
): Flags {
  const properties = child(run, "rPr");
  const own = (name: string) => toggled(styles, properties, noStyle, name);
  const any = (...names: string[]) => toggled(styles, properties, style, ...names);
  const valued = (name: string) => styles.ofRun(properties, style, name)?.attributes.val;
  const raised = raisedBy(valued("vertAlign"), valued("position"));
  const fonts = styles.ofRun(properties, style, "rFonts")?.attributes;
  const tracked = properties?.children.flatMap((one) => {
    const kind = changing[one.name];
    return kind ? [changeOf(one, kind)] : [];
  });
  return {
    ...flags,
    ...(own("b") && { bold: true }),
    ...(own("i") && { italic: true }),
    ...(raised && { raised }),
    ...(any("strike", "dstrike") && { struck: true }),
    ...(any("vanish", "specVanish") && { hidden: true }),
    ...(any("caps", "smallCaps") && { capitals: true }),
    ...(isSymbolFont(fonts?.ascii) && { symbols: fonts?.ascii }),
    changes: [...flags.changes, ...(tracked ?? [])],
  };
}

function raisedBy(aligned = "", position = ""): Flags["raised"] {
  if (aligned === "superscript" || aligned === "subscript") return aligned;
  const halfPoints = Number.parseInt(position, 10);
  if (halfPoints >= raisedFrom) return "superscript";
  return halfPoints <= -raisedFrom ? "subscript" : undefined;
}

/** Fonts in which a letter's code is a different character: `m` in Symbol is µ. */
function isSymbolFont(name = ""): boolean {
  return /^(symbol|wingdings( [23])?|webdings|marlett|mt extra|(itc )?zapf ?dingbats|monotype sorts)$/i.test(
    name.trim(),
  );
}

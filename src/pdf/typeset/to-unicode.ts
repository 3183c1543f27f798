import { hexUnit } from "./syntax.ts";

/** The CMap from our codes back to the source text (ISO 32000-1, 9.10.3). */
export function toUnicode(entries: { text: string }[]): string {
  const rows = entries.map(({ text }, code) => `<${hexUnit(code)}><${hexText(text)}>`).slice(1);
  const blocks: string[] = [];
  // A block holds at most a hundred rows.
  for (let i = 0; i < rows.length; i += 100) {
    const block = rows.slice(i, i + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar\n`);
  }
  return `${head}${blocks.join("")}${tail}`;
}

const head = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
`;

const tail = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;

function hexText(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) out += hexUnit(text.charCodeAt(i));
  return out;
}

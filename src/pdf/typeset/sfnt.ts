/** The tables of a TrueType file by tag, as views into its bytes (OpenType, "Table Directory"). */
export function readTables(bytes: Uint8Array): Map<string, DataView> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, DataView>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const from = bytes.byteOffset + view.getUint32(at + 8);
    tables.set(tag, new DataView(bytes.buffer, from, view.getUint32(at + 12)));
  }
  return tables;
}

/** A table that every font must have. */
export function tableOf(tables: Map<string, DataView>, tag: string): DataView {
  const table = tables.get(tag);
  if (!table) throw new Error(`the font has no ${tag} table`);
  return table;
}

/** Writes a TrueType file from its tables and sets the head table's checksum for the whole. */
export function writeTables(tables: Map<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  let size = 12 + sorted.length * 16;
  const places = sorted.map(([, data]) => {
    const at = size;
    size += Math.ceil(data.length / 4) * 4;
    return at;
  });
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x0001_0000);
  view.setUint16(4, sorted.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (sorted.length - power) * 16);
  let head = 0;
  for (const [index, [tag, data]] of sorted.entries()) {
    const at = 12 + index * 16;
    const place = places[index]!;
    if (tag === "head") head = place;
    bytes.set(data, place);
    for (let i = 0; i < 4; i++) view.setUint8(at + i, tag.charCodeAt(i));
    view.setUint32(at + 8, place);
    view.setUint32(at + 12, data.length);
    if (tag === "head") view.setUint32(place + 8, 0);
    view.setUint32(at + 4, checksum(view, place, data.length));
  }
  view.setUint32(head + 8, (0xb1b0_afba - checksum(view, 0, size)) >>> 0);
  return bytes;
}

/** The sum of the 32-bit words; tables are padded to whole words. */
function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

/** The distance from its mark, in both directions, within which a stream dictionary is searched. */
const reach = 2000;

/** How many marks are checked: each may cost a search through the file. */
const maxMarks = 100;

/**
 * Blanks the data of attached files and moves no byte, so that a file that merely contains another has none of its
 * marks and signatures. Compressed attachments show none. Returns the same bytes if there are none.
 */
export function blankAttachments(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let out = bytes;
  let at = buffer.indexOf("/EmbeddedFile");
  for (let marks = 0; at >= 0 && marks < maxMarks; marks++) {
    const data = dataOf(buffer, at);
    if (data) {
      if (out === bytes) out = bytes.slice();
      out.fill(0x20, data.start, data.end);
    }
    // An attachment may be a PDF with attachments of its own.
    at = buffer.indexOf("/EmbeddedFile", data ? data.end : at + 1);
  }
  return out;
}

/** The position of the stream whose dictionary has the mark at `at`; null for another use of the word. */
function dataOf(buffer: Buffer, at: number): { start: number; end: number } | null {
  const before = buffer.toString("latin1", Math.max(0, at - reach), at);
  const after = buffer.toString("latin1", at, at + reach);
  const begins = /(?<!end)stream\r?\n/.exec(after);
  const object = before.lastIndexOf("obj");
  if (!begins || object < 0 || after.slice(0, begins.index).includes("endobj")) return null;
  const dictionary = before.slice(object) + after.slice(0, begins.index);
  const start = at + begins.index + begins[0].length;
  const [, length, reference] = /\/Length\s+(\d{1,10})(\s+\d+\s+R)?/.exec(dictionary) ?? [];
  const given = reference ? lengthIn(buffer, Number(length)) : Number(length);
  const close = buffer.indexOf("endstream", Number.isFinite(given) ? start + given : start);
  return close < 0 ? null : { start, end: close };
}

/** A length stored in a separate object. */
function lengthIn(buffer: Buffer, number: number): number {
  const at = buffer.lastIndexOf(`\n${number} 0 obj`);
  if (at < 0) return Number.NaN;
  const [, value] = /obj\s+(\d{1,10})\s/.exec(buffer.toString("latin1", at, at + 60)) ?? [];
  return Number(value);
}

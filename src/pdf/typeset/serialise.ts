import type { PDFContext, PDFObject } from "./pdf-lib.ts";
import type { Written } from "./syntax.ts";

/**
 * The bytes of a whole file: every object once, in number order, and a classic cross-reference table (ISO 32000-1,
 * 7.5), because revisions will follow. The file ends with an end of line, so that the next object starts on a new line
 * (ISO 19005-2, 6.1.9).
 */
export function serialise(context: PDFContext, written: Written): Uint8Array {
  const out = new Output();
  // The second line marks the file as binary.
  out.add("%PDF-1.7\n%\x81\x81\x81\x81\n\n");
  const last = context.largestObjectNumber;
  const objects = new Map<number, PDFObject>();
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    objects.set(ref.objectNumber, object);
  }
  let table = `xref\n0 ${last + 1}\n0000000000 65535 f \n`;
  for (let number = 1; number <= last; number++) {
    table += `${String(out.length).padStart(10, "0")} 00000 n \n`;
    out.add(`${number} 0 obj\n`);
    const text = written.get(number);
    if (text === undefined) addObject(out, objects.get(number));
    else out.add(text);
    out.add("\nendobj\n\n");
  }
  const start = out.length;
  const { Root, Info, ID } = context.trailerInfo;
  const trailer = `<<\n/Size ${last + 1}\n/Root ${Root}\n/Info ${Info}\n/ID ${ID}\n>>`;
  out.add(`${table}\ntrailer\n${trailer}\n\nstartxref\n${start}\n%%EOF\n`);
  return out.taken();
}

function addObject(out: Output, object: PDFObject | undefined): void {
  if (object === undefined) throw new Error("an object number was taken and not used");
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  out.addBytes(bytes);
}

class Output {
  length = 0;
  #bytes = Buffer.allocUnsafe(1 << 18);

  /** Characters up to U+00FF, one byte each. */
  add(text: string): void {
    this.#makeRoom(text.length);
    this.#bytes.write(text, this.length, "latin1");
    this.length += text.length;
  }

  addBytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  taken(): Uint8Array {
    return new Uint8Array(this.#bytes.subarray(0, this.length));
  }

  #makeRoom(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}

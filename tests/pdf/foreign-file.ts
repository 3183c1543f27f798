import { PDFDocument } from "pdf-lib";
import { bytes, text } from "./attacks/bytes.ts";

/** An unsigned file of another program, with a classic index or with compressed objects. */
export async function plainFile({ compressed = false } = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.addPage([300, 300]);
  return pdf.save({ useObjectStreams: compressed });
}

type Form = { subFilter?: string; type?: string; room?: number };

/** The file with one more revision, as another program writes a signature; `sign` makes its CMS. */
export function foreignSigned(
  pdf: Uint8Array,
  sign: (signed: Uint8Array) => Uint8Array,
  { subFilter = "adbe.pkcs7.detached", type = "Sig", room = 8000 }: Form = {},
): Uint8Array {
  const before = text(pdf);
  const number = 900 + before.length;
  const dictionary = `${number} 0 obj\n<</Type/${type}/Filter/Adobe.PPKLite/SubFilter/${subFilter}/M(D:20260102030405+01'00')/Name(A. Person)/Contents<`;
  const from = before.length + dictionary.length - 1;
  const to = from + room * 2 + 2;
  const table = (end: number) =>
    `xref\n${number} 1\n${String(before.length).padStart(10, "0")} 00000 n \ntrailer<</Size ${number + 1}/Prev 9>>\nstartxref\n${end}\n%%EOF\n`;
  const range = (length: number) => `/ByteRange[0 ${from} ${to} ${length}]`.padEnd(60);
  const tail = (length: number) => `>${range(length)}>>\nendobj\n${table(to + 80)}`;
  const length = tail(0).length - 1;
  const covered = before + dictionary.slice(0, -1) + tail(length).slice(1);
  const cms = Buffer.from(sign(bytes(covered))).toString("hex");
  return bytes(before + dictionary + cms.padEnd(room * 2, "0") + tail(length));
}

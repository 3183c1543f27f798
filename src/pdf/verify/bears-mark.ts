import { findObject, type PdfFile } from "../revisions/read-file.ts";
import { dictionaryAt, signatureFields } from "../revisions/signature-fields.ts";
import { blankAttachments } from "./blank-attachments.ts";

/**
 * Whether a file began as one of the depositary's, whatever was done to it since (ADR 0056): it names us as the program
 * that typeset it, or has fields or signatures that only we write. Searches the bytes, because a file that another
 * program wrote has none of our structure left. Anyone can add or remove such a mark; it only decides the words for a
 * file that is not VALID.
 */
export function bearsMark(bytes: Uint8Array): boolean {
  const own = blankAttachments(bytes);
  const text = Buffer.from(own.buffer, own.byteOffset, own.length).toString("latin1");
  if (producers.some((one) => one.test(text)) || text.includes("/DEPO_")) return true;
  if (!/\/T ?\(Seal\)/.test(text)) return false;
  return /\/T ?\(Party-/.test(text) || text.includes(ownDictionary);
}

/** The producer in XMP as an element or an attribute, and in Info as a literal or in UTF-16. */
const producers = [
  /<pdf:Producer>Depositary</,
  /pdf:Producer=["']Depositary["']/,
  /\/Producer ?\(Depositary\)/,
  /\/Producer ?<FEFF004400650070006F007300690074006100720079>/i,
];

const ownDictionary =
  "/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/ByteRange [";

/** The beginning of our typesetter's files, including the second line. */
const ownBeginning = "%PDF-1.7\n%\x81\x81\x81\x81\n\n";

/**
 * Whether an unsigned file is unchanged since typesetting: one revision that begins as ours do, and nothing drawn in
 * the signature fields. A sealed file that another program saved without its signatures is not.
 */
export function isAsTypeset(file: PdfFile): boolean {
  const beginning = new TextDecoder("latin1").decode(file.bytes.subarray(0, ownBeginning.length));
  return (
    file.revisions.length === 1 &&
    Buffer.from(beginning, "latin1").equals(Buffer.from(ownBeginning, "latin1")) &&
    signatureFields(file, 0).every(({ dictionary }) => {
      const normal = dictionaryAt(file, dictionary.entries.get("AP")?.value, 0)?.entries.get("N");
      const drawing = normal?.value.kind === "reference" ? normal.value.number : 0;
      const stream = findObject(file, drawing, 0)?.stream;
      return !stream || stream.start === stream.end;
    })
  );
}

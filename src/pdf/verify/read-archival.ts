import { findObject, type PdfFile } from "../revisions/read-file.ts";
import { dictionaryAt } from "../revisions/signature-fields.ts";

const largestPacket = 64 * 1024;

/** The PDF/A level that the original claims in its metadata (ISO 19005-2, 6.6.4), such as `PDF/A-2a`; or null. */
export function readArchival(file: PdfFile): string | null {
  const root = file.revisions[0]?.trailer.entries.get("Root")?.value;
  const reference = dictionaryAt(file, root, 0)?.entries.get("Metadata")?.value;
  if (reference?.kind !== "reference") return null;
  const { stream = null } = findObject(file, reference.number, 0) ?? {};
  if (!stream || stream.end - stream.start > largestPacket) return null;
  const packet = new TextDecoder("latin1").decode(file.bytes.subarray(stream.start, stream.end));
  const part = /<pdfaid:part>([1-4])</.exec(packet)?.[1];
  const conformance = /<pdfaid:conformance>([ABU])</.exec(packet)?.[1];
  return part ? `PDF/A-${part}${conformance?.toLowerCase() ?? ""}` : null;
}

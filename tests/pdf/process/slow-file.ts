import { bytes } from "../attacks/bytes.ts";

/** A file of 20 MB whose verification takes seconds: twenty million parentheses open and none closes. NO_SIGNATURE. */
export function slowFile(): Uint8Array {
  const index = "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n";
  const end = "\ntrailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
  return bytes(`%PDF-1.7\n${index}${"(".repeat(20_000_000)}${end}`);
}

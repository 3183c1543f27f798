import { isLineEnd } from "../../revisions/cursor.ts";

/** How many bytes the end of line at this position has (CR LF, LF or CR); 0 if there is none. */
export function lineEndAt(bytes: Uint8Array, at: number): 0 | 1 | 2 {
  if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return 2;
  return isLineEnd(bytes[at]) ? 1 : 0;
}

/** The position after the decimal digits at `at`; `at` itself if there are none. */
export function afterDigits(bytes: Uint8Array, at: number): number {
  let end = at;
  while ((bytes[end] ?? 0) >= 0x30 && bytes[end]! <= 0x39) end += 1;
  return end;
}

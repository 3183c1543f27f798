/** Objects in the syntax of PDF, by number: those of which a long instrument has thousands are written without a tree. */
export type Written = Map<number, string>;

/** A text string (ISO 32000-1, 7.9.2.2), in half the bytes where its characters are plain. */
export function textString(text: string): string {
  if (/^[\w ,.:;-]*$/.test(text)) return `(${text})`;
  let hex = "FEFF";
  for (let i = 0; i < text.length; i++) hex += hexUnit(text.charCodeAt(i));
  return `<${hex}>`;
}

/** Four capital digits. */
export function hexUnit(unit: number): string {
  return digits[unit >> 8]! + digits[unit & 0xff]!;
}

const digits = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, "0").toUpperCase(),
);

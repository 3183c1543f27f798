/** Objects in PDF syntax, by number. Kinds with thousands of objects in a long instrument skip the object tree. */
export type Written = Map<number, string>;

/** A text string (ISO 32000-1, 7.9.2.2), in half the bytes if its characters are plain. */
export function textString(text: string): string {
  if (/^[\w ,.:;-]*$/.test(text)) return `(${text})`;
  let hex = "FEFF";
  for (let i = 0; i < text.length; i++) hex += hexUnit(text.charCodeAt(i));
  return `<${hex}>`;
}

/** Four upper-case hexadecimal digits. */
export function hexUnit(unit: number): string {
  return digits[unit >> 8]! + digits[unit & 0xff]!;
}

const digits = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, "0").toUpperCase(),
);

import { facesFor } from "./faces.ts";
import { families, type Style } from "./fonts.ts";

const styles: Style[] = ["regular", "bold", "italic", "boldItalic"];

/** The code points that the fonts print in every style, as pairs of first and last, flat and sorted. */
export function coverage(): number[] {
  const [first] = families;
  if (!first) return [];
  const faces = styles.map((style) => facesFor(first, style));
  const ranges: number[] = [];
  for (let code = 0x20; code <= 0x1ffff; code++) {
    if (!faces.every((style) => style.some((face) => face.covers(code)))) continue;
    if (ranges.at(-1) === code - 1) ranges[ranges.length - 1] = code;
    else ranges.push(code, code);
  }
  return ranges;
}

import { faceOf } from "./faces.ts";
import { defaultFamilies, type Style } from "./fonts.ts";

/**
 * Scripts for which a font has the characters that another script borrows, but not their own: Chinese and Japanese text
 * would print with holes.
 */
const partial = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;

const styles: Style[] = ["regular", "bold", "italic", "boldItalic"];

/** The code points that every installation's fonts print in every style: sorted, flat pairs of first and last. */
export function coverage(): number[] {
  const faces = styles.map((style) => defaultFamilies.map((family) => faceOf(family, style)));
  const ranges: number[] = [];
  for (let code = 0x20; code <= 0x1ffff; code++) {
    if (partial.test(String.fromCodePoint(code))) continue;
    if (!faces.every((style) => style.some((face) => face.covers(code)))) continue;
    if (ranges.at(-1) === code - 1) ranges[ranges.length - 1] = code;
    else ranges.push(code, code);
  }
  return ranges;
}

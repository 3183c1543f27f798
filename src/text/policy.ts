import { type Fault, Refusal } from "#src/errors.ts";
import { directionOf, scriptOf } from "./languages.ts";

/** The kind of a text in a request, and its place there as a JSON pointer. */
export type Place = { kind: "body" | "name" | "title"; language: string; pointer?: string };

/**
 * A text ready to store: in NFC, with LF line ends, and with no invisible characters. Fixes nothing silently. Works in
 * linear time.
 * @throws Refusal `invalid-text` with code point, line and column of each forbidden character
 */
export function checkText(text: string, place: Place): string {
  const lines = text.replaceAll("\r\n", "\n");
  const { pointer } = place;
  const faults = faultsIn(lines, place);
  if (faults.length === 0 && lines !== "" && unseen.test(lines)) {
    faults.push({ detail: "holds nothing that a reader sees", line: 1, column: 1 });
  }
  const errors = faults.map((fault) => ({ ...(pointer && { pointer }), ...fault }));
  if (errors.length > 0) {
    const detail = "The text holds characters that may not stand there.";
    throw new Refusal("invalid-text", detail, { errors: errors.slice(0, 100) });
  }
  return lines.normalize("NFC");
}

/** Spaces, marks without a width, and the empty cell of Braille. */
const unseen = /^[\s\u2800\p{Default_Ignorable_Code_Point}]*$/u;

/** The characters that `checkText` would refuse; empty if there are none. */
export function faultsIn(text: string, place: Place): Fault[] {
  const faults = hiddenIn(text, place);
  if (place.kind !== "body" && text.includes("\n")) {
    faults.push({ detail: "a line end is not allowed here", line: 1, column: 1 });
  }
  return place.kind === "name" ? [...faults, ...mixedWords(text)] : faults;
}

/** Each forbidden character in such a text, with its line and column. */
export function hiddenIn(text: string, place: Place): Fault[] {
  if (ordinary.test(text)) return [];
  const faults: Fault[] = [];
  let [line, column] = [1, 1];
  for (const char of text) {
    const detail = whyNot(char, place);
    if (detail) faults.push({ detail: `${name(char)} ${detail}`, line, column });
    [line, column] = char === "\n" ? [line + 1, 1] : [line, column + char.length];
  }
  return faults;
}

/**
 * Letters, figures and marks that are allowed everywhere: Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic, in
 * ranges without a gap. A text of these alone, as most are, needs no check of each character.
 */
const ordinary =
  /^[\t\n\x20-\x7e\u00a0-\u00ac\u00ae-\u034e\u0391-\u03a1\u03a3-\u03ff\u0400-\u052f\u0531-\u0556\u0561-\u0586\u05d0-\u05ea\u060c\u061b\u061f-\u066f\u2010-\u2015\u2018-\u201e\u2026\u2116]*$/;

/** Scripts in which a joiner changes the shape of letters, and so is part of the spelling. */
const joining = new Set([
  ...["Arab", "Syrc", "Mand", "Nkoo"],
  ...["Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh"],
]);
/** Control of line breaks: a soft hyphen, a zero-width space, a word joiner. */
const breaking = new Set([0xad, 0x200b, 0x2060]);

function whyNot(char: string, { kind, language }: Place): string | null {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0xd800 && code <= 0xdfff) return "is half a character";
  if ((code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0x7f && code <= 0x9f))
    return "is a control character";
  if (code === 0x2028 || code === 0x2029) return "is a separator that no one sees";
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) {
    return "changes the direction of what follows";
  }
  if (code >= 0xe0000 && code <= 0xe007f) return "is a tag that no one sees";
  if (code === 0x200e || code === 0x200f || code === 0x061c) {
    if (kind === "body" && directionOf(language) === "rtl") return null;
    return "is a direction mark, allowed in right-to-left texts only";
  }
  if (code === 0x200c || code === 0x200d) {
    if (kind === "body" && joining.has(scriptOf(language))) return null;
    return "is a joiner that this script does not need";
  }
  if (/\p{Default_Ignorable_Code_Point}/u.test(char)) {
    return kind === "body" && breaking.has(code) ? null : "has no width";
  }
  if (code === 0xfffd) return "stands where bytes could not be read";
  if (code >= 0xfff9 && code <= 0xfffb) return "is an annotation that no one sees";
  if (/\p{Cn}/u.test(char)) return "is not a character of Unicode";
  if (/\p{Co}/u.test(char)) return "means what each font likes";
  return null;
}

/** Words that mix Latin, Cyrillic or Greek letters to look like another word: «Аgreement». */
function mixedWords(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
    if (scripts.filter((script) => script.test(word)).length > 1) {
      faults.push({
        detail: `"${word}" mixes the letters of two scripts`,
        line: 1,
        column: index + 1,
      });
    }
  }
  return faults;
}

function name(char: string): string {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `U+${code}`;
}

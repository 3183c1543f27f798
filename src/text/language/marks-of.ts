import { shippedMarks } from "#languages/marks";
import { findKey } from "../languages.ts";
import type { Marks } from "./data.ts";

const byTag = new Map<string, Marks | undefined>();
const maxTags = 1000;

/** What a language prints around its text; undefined if we have nothing in it. */
export function marksOf(tag: string): Marks | undefined {
  if (byTag.has(tag)) return byTag.get(tag);
  const key = findKey(tag, (one) => shippedMarks(one) !== undefined);
  const marks = key === undefined ? undefined : shippedMarks(key);
  if (byTag.size < maxTags) byTag.set(tag, marks);
  return marks;
}

/** Writes a number into a pattern, in the language's own digits if it has them. The spaces do not break. */
export function numbered(pattern: string, n: number, digits?: string): string {
  return pattern
    .replaceAll(" ", "\u00a0")
    .replace("{n}", inDigits(n, digits))
    .replace("{roman}", romanCapitals(n))
    .replace("{chinese}", chineseNumber(n));
}

function inDigits(n: number, digits: string | undefined): string {
  if (digits === undefined) return String(n);
  const own = [...digits];
  return [...String(n)].map((digit) => own[Number(digit)]).join("");
}

/** I, II, III …, to number annexes in Latin script. */
export function romanCapitals(n: number): string {
  const tens = "X".repeat(Math.floor(n / 10));
  return `${tens}${["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][n % 10]}`;
}

export function roman(n: number): string {
  const tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"];
  const ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
  return n < 100 ? `${tens[Math.floor(n / 10)]}${ones[n % 10]}` : String(n);
}

/** a … z, aa, ab … in any alphabet. */
export function inLetters(alphabet: string): (n: number) => string {
  const all = [...alphabet];
  return (n) => {
    let out = "";
    for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / all.length)) {
      out = `${all[(rest - 1) % all.length]}${out}`;
    }
    return out;
  };
}

/** א, ב … י, יא … with ט"ו and ט"ז, to avoid writing the letters of the Name. */
export function hebrewNumber(n: number): string {
  if (n > 99) return String(n);
  if (n === 15 || n === 16) return n === 15 ? "טו" : "טז";
  return `${["", ..."יכלמנסעפצ"][Math.floor(n / 10)]}${["", ..."אבגדהוזחט"][n % 10]}`;
}

/** 一, 二 … 九十九, then figures. */
export function chineseNumber(n: number): string {
  if (n > 99) return String(n);
  const digits = ["", ..."一二三四五六七八九"];
  const tens = Math.floor(n / 10);
  const ten = tens === 0 ? "" : `${tens > 1 ? digits[tens] : ""}十`;
  return `${ten}${digits[n % 10]}`;
}

import { type Fault, Refusal } from "#src/errors.ts";
import ranges from "./printable.json" with { type: "json" };

/**
 * Refuses a text with a character that none of our fonts prints, naming each with its first place. The table is made
 * from the fonts (`npm run fonts:coverage`), so that the edge, which has no fonts, refuses the same. `hasPackage` tells
 * whether a package with an optional font is installed.
 * @throws Refusal `unprintable-character`
 */
export function checkPrintable(text: string, hasPackage = isInstalled): void {
  const faults = new Map<string, Fault>();
  let line = 1;
  let column = 1;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (char === "\n") {
      line++;
      column = 1;
      continue;
    }
    const known = code === 0x09 || isIgnorable(char) || printable(code) || faults.has(char);
    if (!known && !packagesFor(char).some(hasPackage)) {
      const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
      faults.set(char, { detail: `${name} is in no font${remedyFor(char)}`, line, column });
    }
    column += char.length;
  }
  if (faults.size === 0) return;
  throw new Refusal("unprintable-character", "No font prints a character of this text.", {
    errors: [...faults.values()].slice(0, 100),
  });
}

/**
 * Whether a font prints a script, by its ISO 15924 code. A script that no letter is known of (`Zyyy`) is left to the
 * check of the text itself.
 */
export function printsScript(script: string, hasPackage = isInstalled): boolean {
  const code = combined[script] ?? script;
  const letter = letterOf(code);
  if (!letter) return true;
  const known = scripts.get(code) ?? printsLetters(letter);
  scripts.set(code, known);
  return known || optional.some(({ for: of, package: name }) => of.has(code) && hasPackage(name));
}

/** Whether a code names a script (ISO 15924) that Unicode or a language's tag knows. */
export function isScript(code: string): boolean {
  return letterOf(combined[code] ?? code) !== null;
}

/** Scripts that are written with another's letters. */
const combined: Record<string, string> = {
  Hans: "Hani",
  Hant: "Hani",
  Jpan: "Hani",
  Kore: "Hang",
  Aran: "Arab",
};
const scripts = new Map<string, boolean>();
/** A font that has a few signs of a script, such as its currency, does not print it. */
const minLetters = 15;

function letterOf(script: string): RegExp | null {
  try {
    return /^Z[xyzi]/.test(script) ? null : new RegExp(`(?=\\p{Script=${script}})\\p{L}`, "u");
  } catch {
    return null;
  }
}

function printsLetters(letter: RegExp): boolean {
  let found = 0;
  for (let at = 0; at < ranges.length && found < minLetters; at += 2) {
    for (let code = ranges[at] ?? 0; code <= (ranges[at + 1] ?? -1); code++) {
      if (letter.test(String.fromCodePoint(code))) found++;
    }
  }
  return found >= minLetters;
}

/** Joiners, direction marks and break opportunities shape their neighbours and print nothing. */
function isIgnorable(char: string): boolean {
  return /[\u00ad\u061c\u200b-\u200f\u2060]/u.test(char);
}

/** Fonts that an installation may add, and their scripts; they are too large to ship to everyone. */
const optional = [
  {
    letters: /[\p{Script=Hangul}\u3000-\u3003\u3008-\u3015\u3200-\u33ff\uff01-\uff5e]/u,
    for: new Set(["Hang"]),
    package: "@expo-google-fonts/noto-serif-kr",
  },
  {
    letters:
      /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\u3000-\u3002\u3005-\u3011\u30fb\u30fc\uff01-\uff5e]/u,
    for: new Set(["Hani", "Hira", "Kana"]),
    package: "@expo-google-fonts/noto-serif-jp",
  },
  {
    letters: /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u3002\u3008-\u3011\uff01-\uff5e]/u,
    for: new Set(["Hani", "Bopo"]),
    package: "@expo-google-fonts/noto-serif-sc",
  },
];

function packagesFor(char: string): string[] {
  return optional.filter(({ letters }) => letters.test(char)).map((one) => one.package);
}

function remedyFor(char: string): string {
  const names = packagesFor(char);
  return names.length > 0 ? `; install ${names.join(" or ")}` : "";
}

const looked = new Map<string, boolean>();

/** False if there are no packages to look for, as at the edge. */
function isInstalled(name: string): boolean {
  const known = looked.get(name);
  if (known !== undefined) return known;
  let found = false;
  try {
    const { createRequire } = process.getBuiltinModule("node:module");
    createRequire(import.meta.url).resolve(`${name}/package.json`);
    found = true;
  } catch {
    // It is not installed.
  }
  looked.set(name, found);
  return found;
}

/** Binary search among the pairs of first and last. */
function printable(code: number): boolean {
  let low = 0;
  let high = ranges.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (code < (ranges[middle * 2] ?? 0)) high = middle - 1;
    else if (code > (ranges[middle * 2 + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

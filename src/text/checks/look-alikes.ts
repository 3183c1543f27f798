import type { Text } from "../articles.ts";
import { scriptOf } from "../languages.ts";
import { inParagraphs, type Slip } from "./in-paragraphs.ts";
import type { Warning } from "./warning.ts";

const rule = {
  rule: "look-alikes",
  source: { key: "unicode-scripts" },
} as const;

/**
 * Words with letters of two scripts, which a search will not find and a reader cannot see: a Latin c in a Cyrillic word, a
 * Cyrillic О in a number, Persian letters in an Arabic word, digits of two kinds in one number.
 */
export function lookAlikes(text: Text): Warning[] {
  const script = scriptOf(text.language);
  return inParagraphs(rule, text, (words) => [
    ...mixedWords(words),
    ...lettersAsDigits(words, script),
    ...(text.language.split("-")[0] === "ar" ? persianLetters(words) : []),
    ...mixedDigits(words),
  ]);
}

const word = /[\p{L}\p{M}\p{Nd}]+/gu;
const scripts = [
  { name: "latin", letter: /\p{Script=Latin}/u },
  { name: "cyrillic", letter: /\p{Script=Cyrillic}/u },
  { name: "greek", letter: /\p{Script=Greek}/u },
  { name: "armenian", letter: /\p{Script=Armenian}/u },
  { name: "georgian", letter: /\p{Script=Georgian}/u },
] as const;

function mixedWords(words: string): Slip[] {
  // Most paragraphs have letters of one script.
  if (scripts.filter(({ letter }) => letter.test(words)).length < 2) return [];
  return [...words.matchAll(word)].flatMap(([found]) => {
    // The prefix micro and the sign of the ohm stand before or after Latin letters by right.
    const letters = found.replaceAll(/[μµΩ]/g, "");
    const own = scripts.filter(({ letter }) => letter.test(letters)).map(({ name }) => name);
    if (own.length < 2) return [];
    return [
      {
        found,
        detail: {
          key: "mixed-scripts",
          values: { word: found, scripts: own.map((key) => ({ key })) },
        },
      },
    ];
  });
}

/** Letters that are read as a digit: О and О, З. */
function lettersAsDigits(words: string, script: string): Slip[] {
  const within = [
    ...words.matchAll(
      /(?<![\p{L}\p{N}-])(?:\p{Nd}+[OoОоЗз](?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}-])|[OО]\p{Nd}{2,})/gu,
    ),
  ];
  const alone = script === "Latn" ? [...words.matchAll(/(?<=^|\s)[ЗОо](?=\s\p{Ll})/gu)] : [];
  return [...within, ...alone].map(([found]) => {
    return { found, detail: { key: "letter-as-digit", values: { word: found } } };
  });
}

function persianLetters(words: string): Slip[] {
  const found = words.match(/\p{Script=Arabic}+/gu) ?? [];
  return found
    .filter((word) => /[یکەھ]/.test(word))
    .map((found) => {
      return { found, detail: { key: "persian-letter", values: { word: found } } };
    });
}

function mixedDigits(words: string): Slip[] {
  return [...words.matchAll(/\p{Nd}{2,}/gu)].flatMap(([found]) => {
    const zeros = new Set([...found].map((digit) => (digit.codePointAt(0) ?? 0) >> 4));
    const arabic = /[٠-٩]/.test(found) && /[۰-۹]/.test(found);
    const mixed = (/[0-9]/.test(found) && zeros.size > 1) || arabic;
    return mixed ? [{ found, detail: { key: "mixed-digits", values: { word: found } } }] : [];
  });
}

/** The cases of Kazakh that a suffix forms: of, to, the direct object, in or on, from, with. */
export const kazakhCases = [
  "genitive",
  "dative",
  "accusative",
  "locative",
  "ablative",
  "instrumental",
] as const;
export type KazakhCase = (typeof kazakhCases)[number];

/** What the end of the last word asks of a suffix. */
type Ending = "possessive" | "vowel" | "nasal" | "voiced" | "hissing" | "voiceless";

/** The suffix of each case after each ending, with ы and а for the vowels that harmony decides. */
const suffixes: Record<KazakhCase, Record<Ending, string>> = {
  genitive: suffixesOf("ның ның ның дың дың тың"),
  dative: suffixesOf("на ға ға ға ға қа"),
  accusative: suffixesOf("н ны ды ды ды ты"),
  locative: suffixesOf("нда да да да да та"),
  ablative: suffixesOf("нан дан нан дан дан тан"),
  instrumental: suffixesOf("мен мен мен мен бен пен"),
};

/**
 * A name or a day in a case, by the harmony of vowels and the assimilation of consonants: `Қазақстан Республикасына`,
 * `2026 жылғы 5 мамырдан`, `хабқа`. A name of several words that ends in ы or і is a construct (изафет), whose ending is
 * the possessive of the third person: -на, -нан, -нда. The last vowel that is not и or у decides the vowel.
 *
 * @returns the phrase itself if it does not end in a Cyrillic letter: a suffix after a figure or a foreign name is the
 *   reader's to say
 */
export function inKazakhCase(phrase: string, kase: KazakhCase): string {
  const letters = [...phrase.toLowerCase()].filter((letter) => /\p{L}/u.test(letter));
  const last = letters.at(-1) ?? "";
  if (!/[Ѐ-ӿ]/.test(last)) return phrase;
  const suffix = suffixes[kase][endingOf(phrase.trim(), last)];
  const vowel = letters.findLast((letter) => back.has(letter) || front.has(letter)) ?? "а";
  const harmonised = front.has(vowel) ? fronted(suffix) : suffix;
  // The vowel of -мен, -бен and -пен does not follow harmony.
  return `${phrase}${kase === "instrumental" ? suffix : harmonised}`;
}

const back = new Set("аоұыяюёэ");
const front = new Set("әеөүі");
const voiceless = new Set("кқпстфхһцчшщбвгдъь");

function endingOf(phrase: string, last: string): Ending {
  if (/\s\S*[ыі]$/i.test(phrase)) return "possessive";
  if (back.has(last) || front.has(last)) return "vowel";
  if ("мнң".includes(last)) return "nasal";
  if (voiceless.has(last)) return "voiceless";
  return "зж".includes(last) ? "hissing" : "voiced";
}

function fronted(suffix: string): string {
  return suffix.replaceAll("ы", "і").replaceAll("а", "е").replaceAll("ғ", "г").replaceAll("қ", "к");
}

function suffixesOf(all: string): Record<Ending, string> {
  const [possessive = "", vowel = "", nasal = "", voiced = "", hissing = "", voiceless = ""] =
    all.split(" ");
  return { possessive, vowel, nasal, voiced, hissing, voiceless };
}

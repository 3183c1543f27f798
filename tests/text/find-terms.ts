import { fold, foldWithPlaces } from "#src/text/fold.ts";
import type { Forbidden, Term } from "#src/text/glossary.ts";
import type { Worded } from "./worded-texts.ts";

export type Finding = { file: string; line: number; found: string; say: string };

type Rule = { term: string; say: string; pattern: RegExp; except: RegExp[]; where: string[] };

/** Finds the words that the glossary forbids. Case, accents and Arabic vowel marks do not matter. */
export function forbiddenIn(texts: Worded[], terms: Term[]): Finding[] {
  const rules = new Map<string, Rule[]>();
  for (const { key, in: languages } of terms) {
    for (const [language, { use, not }] of Object.entries(languages)) {
      const own = not.map((one) => ruleOf({ term: key, use, language, one }));
      rules.set(language, [...(rules.get(language) ?? []), ...own]);
    }
  }
  return texts.flatMap((worded) => {
    const { folded, from } = foldWithPlaces(worded.text);
    const place = `${worded.file}#${worded.key}`;
    return (rules.get(worded.language) ?? [])
      .filter(({ where }) => where.length === 0 || where.some((part) => place.includes(part)))
      .flatMap(({ pattern, except, say }) =>
        [...folded.matchAll(pattern)]
          .filter((match) => !except.some((right) => covers(right, folded, match)))
          .map((match) => ({
            file: worded.file,
            line: lineAt(worded, from[match.index] ?? 0),
            found: match[0].trim(),
            say,
          })),
      );
  });
}

/** Where a language does not use a term that the English of the same place uses. */
export function divergentIn(texts: Worded[], terms: Term[]): Finding[] {
  const byPlace = new Map<string, Worded[]>();
  for (const worded of texts.filter(({ key }) => key !== "")) {
    const place = placeOf(worded);
    byPlace.set(place, [...(byPlace.get(place) ?? []), worded]);
  }
  return [...byPlace.values()].flatMap((group) => {
    const english = group.find(({ language }) => language === "en");
    if (!english) return [];
    return terms
      .filter((term) => term.concordant && uses(english, term))
      .flatMap((term) =>
        group
          .filter((worded) => worded !== english && !uses(worded, term))
          .map(({ file, line, language }) => ({
            file,
            line,
            found: `not “${term.key}” as in English`,
            say: term.in[language]?.use ?? "",
          })),
      );
  });
}

/** A place that the languages share: the catalogue without its language, and the key without it. */
function placeOf({ file, key, language }: Worded): string {
  const keys = key.split(".").filter((part) => part !== language);
  return `${file.replace(`/${language}/`, "/")}#${keys.join(".")}`;
}

function uses({ text, language }: Worded, term: Term): boolean {
  const words = term.in[language];
  if (!words) return true;
  const folded = fold(text);
  return [words.use, ...words.forms].some((one) => folded.search(patternOf(one, language)) >= 0);
}

function ruleOf(given: { term: string; use: string; language: string; one: Forbidden }): Rule {
  const { term, use, language, one } = given;
  return {
    term,
    say: one.say ?? use,
    pattern: patternOf(one.words, language),
    except: (one.except ?? []).map((words) => patternOf(words, language)),
    where: one.where ?? [],
  };
}

/** Arabic joins and, so, with, as, to and the article to the word. */
const joined = `[وف]?(?:[بكلس]|لل|ال|[بك]ال)?`;

const patterns = new Map<string, RegExp>();

/** Whole words; a star stands for any letters of a word. */
function patternOf(words: string, language: string): RegExp {
  const known = patterns.get(`${language} ${words}`);
  if (known) return known;
  const parts = words.split(" ").map((word) =>
    word
      .split("*")
      .map((piece) => fold(piece))
      .join("[^ ]*"),
  );
  const before = language === "ar" ? joined : "";
  const pattern = new RegExp(`(?<=^| )${before}${parts.join(" +")}(?= |$)`, "g");
  patterns.set(`${language} ${words}`, pattern);
  return pattern;
}

function covers(right: RegExp, folded: string, match: RegExpExecArray): boolean {
  return [...folded.matchAll(right)].some(
    (one) => one.index <= match.index && one.index + one[0].length >= match.index + match[0].length,
  );
}

function lineAt({ text, line, file }: Worded, position: number): number {
  if (!file.endsWith(".md")) return line;
  return line + text.slice(0, position).split("\n").length - 1;
}

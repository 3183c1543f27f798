import { checkTexts, type ToldWarning, tellWarnings } from "#src/text/check-texts.ts";
import {
  type Case,
  type CorpusRule,
  corpusRules,
  readCorpus,
  sourceOf,
  thirdOf,
} from "./read-corpus.ts";

// `npm run checks:measure -- [--list] [LANGUAGE …]`: how many faults of the corpus the drafting checks find, and how
// often they warn of right words. `--list` names the cases missed and the false alarms, never those set aside.

/** Rules that ask for a whole instrument, which a case is not. */
const wholeTexts: ToldWarning["rule"][] = ["languages-complete", "final-clauses"];

type Tally = { faulty: number; found: number; right: number; alarms: number };
const none: Tally = { faulty: 0, found: 0, right: 0, alarms: 0 };

const asked = process.argv.slice(2);
const list = asked.includes("--list");
const wanted = asked.filter((word) => !word.startsWith("--"));

for (const [language, cases] of await readCorpus()) {
  if (wanted.length > 0 && !wanted.includes(language)) continue;
  const tuned = cases.filter((one) => thirdOf(one) !== 0);
  print(`${language}, two thirds`, tuned);
  print(
    `${language}, the third set aside`,
    cases.filter((one) => thirdOf(one) === 0),
  );
  if (list) for (const one of tuned) if (isWrong(one)) console.log(lineOf(one));
}

/** Prints recall and precision by rule. Warnings of right words count against the rule that the case tries to fool. */
function print(name: string, cases: Case[]): void {
  const rows = corpusRules.map((rule) => [rule, tally(cases, rule)] as const);
  const all = rows.reduce((sum, [, one]) => add(sum, one), none);
  const table = [...rows, ["all", all] as const]
    .filter(([, { faulty, right }]) => faulty + right > 0)
    .map(([rule, { faulty, found, right, alarms }]) => {
      const cells = [`${found}/${faulty}`, share(found, faulty), `${alarms}/${right}`];
      return [
        rule.padEnd(18),
        ...[...cells, share(found, found + alarms)].map((cell) => cell.padStart(10)),
      ].join("");
    });
  const heads = ["found", "recall", "alarms", "precision"]
    .map((head) => head.padStart(10))
    .join("");
  console.log(`\n${name.padEnd(18)}\n${" ".repeat(18)}${heads}\n${table.join("\n")}`);
}

function add(one: Tally, other: Tally): Tally {
  return {
    faulty: one.faulty + other.faulty,
    found: one.found + other.found,
    right: one.right + other.right,
    alarms: one.alarms + other.alarms,
  };
}

function tally(cases: Case[], rule: CorpusRule): Tally {
  return cases
    .filter((one) => one.rule === rule)
    .reduce((sum, one) => {
      const told = isTold(one) ? 1 : 0;
      return add(
        sum,
        one.faulty ? { ...none, faulty: 1, found: told } : { ...none, right: 1, alarms: told },
      );
    }, none);
}

function isWrong(one: Case): boolean {
  return one.faulty !== isTold(one);
}

/** Whether a fault is found, by any rule, or right words are warned of. */
function isTold(one: Case): boolean {
  const warnings = warningsOf(one);
  return one.faulty ? warnings.some((warning) => touches(warning, one)) : warnings.length > 0;
}

function warningsOf(one: Case): ToldWarning[] {
  const { source, terms } = sourceOf(one);
  // A fragment is silent on most terms, so only what a case with terms states is compared with them.
  return tellWarnings(checkTexts(source, terms), "en").filter(({ rule, article }) => {
    if (wholeTexts.includes(rule)) return false;
    return rule !== "terms" || (one.terms !== undefined && article !== null);
  });
}

/** Whether a warning concerns the article of the fault or quotes a part of it. */
function touches(
  { language, article, found = [] }: ToldWarning,
  { quotes = {}, texts }: Case,
): boolean {
  return Object.entries(quotes).some(([own, quote]) => {
    if (own === language && found.some((words) => words.includes(quote) || quote.includes(words))) {
      return true;
    }
    return article === articleOf(texts[own] ?? "", quote);
  });
}

/** The article in which the words stand; 0 before the first. */
function articleOf(text: string, quote: string): number {
  return [...text.slice(0, text.indexOf(quote)).matchAll(/^ {0,3}## /gm)].length;
}

function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${Math.round((100 * part) / whole)} %`;
}

function lineOf(one: Case): string {
  const found = warningsOf(one).map(({ rule, detail }) => `${rule}: ${detail}`);
  return `${one.faulty ? "missed" : "alarm "} ${one.id} ${one.rule}: ${one.why}${found.map((line) => `\n    ${line}`).join("")}`;
}

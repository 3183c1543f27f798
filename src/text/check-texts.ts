import type { Terms } from "#workflows/terms.ts";
import type { Text } from "./articles.ts";
import { openBrackets } from "./brackets.ts";
import { treatyWords } from "./checks/binding/memorandum-words.ts";
import { asInPractice, type Profile } from "./checks/binding/profile.ts";
import { softWords } from "./checks/binding/soft-words.ts";
import { definedTerms } from "./checks/definitions/defined-terms.ts";
import { missingClauses } from "./checks/final-clauses.ts";
import { identitiesOf } from "./checks/identity.ts";
import { lookAlikes } from "./checks/look-alikes.ts";
import { instrumentName } from "./checks/names/instrument-name.ts";
import { partyNames } from "./checks/names/party-names.ts";
import { oddAmounts } from "./checks/numbers/amounts.ts";
import { impossibleDates } from "./checks/numbers/calendar-dates.ts";
import { figuresInWords } from "./checks/numbers/figures-in-words.ts";
import { restatedNumbers } from "./checks/numbers/restated-numbers.ts";
import { otherFigures } from "./checks/numbers/same-figures.ts";
import { comparedSentences } from "./checks/parity/compared-sentences.ts";
import { otherModals } from "./checks/parity/modals.ts";
import { otherNegations } from "./checks/parity/negation.ts";
import { placeholders } from "./checks/placeholders.ts";
import { lostReferences } from "./checks/references/references.ts";
import { termsUnlikeArticles } from "./checks/stated-terms.ts";
import { termsUnlikeText } from "./checks/terms.ts";
import type { Warning } from "./checks/warning.ts";
import { parseText } from "./markdown.ts";
import { lineReader } from "./read-line.ts";
import { otherShapes } from "./same-shape.ts";
import type { Source } from "./source.ts";

export { type ToldWarning, tellWarnings } from "./checks/tell.ts";
export type { Warning } from "./checks/warning.ts";

const maxWarnings = 1000;

/**
 * Points that a lawyer should check before texts are circulated, each warning with its rule's source; at most a
 * thousand. It warns and never blocks. `profiles`: the practice of the office with binding words.
 * @throws Refusal `invalid-text` for a text that cannot be read as articles
 */
export function checkTexts(source: Source, terms?: Terms, profiles: Profile[] = []): Warning[] {
  return identifiedWarnings(source, terms, profiles).map(({ warning }) => warning);
}

/**
 * The same, each with what it is about (`identitiesOf`), by which a verdict on it is found again.
 * @throws Refusal `invalid-text` as above
 */
export function identifiedWarnings(
  source: Source,
  terms?: Terms,
  profiles: Profile[] = [],
): { warning: Warning; identity: string }[] {
  const { languages, texts } = source;
  const parties = source.parties.flatMap(({ code }) => code ?? []);
  const there = languages.filter((language) => texts[language]?.trim());
  const read = there.map((language) => parseText(texts[language] ?? "", language));
  const compared = comparedSentences(read);
  const warnings = [
    ...languages.filter((language) => !there.includes(language)).map(missing),
    ...there.flatMap((language) => bracketed(language, source, parties)),
    ...read.flatMap(placeholders),
    ...shapes(read),
    ...otherFigures(read),
    ...otherNegations(compared),
    ...otherModals(compared),
    ...read.flatMap(figuresInWords),
    ...read.flatMap(restatedNumbers),
    ...read.flatMap(oddAmounts),
    ...read.flatMap(impossibleDates),
    ...read.flatMap(lookAlikes),
    ...read.flatMap((text) => lostReferences(text, source.headings)),
    ...partyNames(read, source.parties),
    ...instrumentName(read),
    ...definedTerms(read),
    ...read.flatMap(missingClauses),
    ...read.flatMap((text) => treatyWords(text, terms?.binding)),
    ...(terms?.binding ? read.flatMap(softWords) : []),
    ...(terms ? termsUnlikeText(source, terms) : []),
    ...(terms ? termsUnlikeArticles(read, source, terms) : []),
  ];
  const kept = asInPractice(warnings, read, profiles).slice(0, maxWarnings);
  const identities = identitiesOf(kept, read);
  return kept.map((warning, at) => ({ warning, identity: identities[at] ?? "" }));
}

function missing(language: string): Warning {
  return {
    rule: "languages-complete",
    source: { key: "vclt", values: { article: "33(1)" } },
    language,
    article: null,
    detail: { key: "no-text" },
  };
}

function bracketed(language: string, source: Source, parties: string[]): Warning[] {
  const markdown = source.texts[language] ?? "";
  const read = lineReader(markdown, language, source);
  return openBrackets(markdown, parties)
    .slice(0, maxWarnings)
    .map(({ parties, text, closed, line, column, article }) => ({
      rule: "open-brackets",
      source: { key: "practice-brackets" },
      language,
      article,
      detail: {
        key: closed ? "open-wording" : "open-wording-unclosed",
        values: { parties: parties.map((party) => ({ party })) },
      },
      found: [read(text)],
      line,
      column,
    }));
}

function shapes(texts: Text[]): Warning[] {
  return otherShapes(texts).map(({ language, article, sentence }) => ({
    rule: "same-shape",
    source: { key: "vclt", values: { article: "33(3)" } },
    language,
    article,
    detail: sentence,
  }));
}

import {
  type DeclarationRule,
  type ReservationRules,
  type TermArticles,
  tiedTerms,
} from "#workflows/terms.ts";
import { parseText } from "./markdown.ts";

/** A text before and after a change, in one language. */
type Change = { before: string; after: string; language: string };

/**
 * Follows the articles that terms come from into a changed text, by their headings. An article whose heading stands
 * more than once keeps its number if it still has that heading. A term whose article is gone has none.
 */
export function tieArticles(ties: TermArticles, change: Change): TermArticles {
  const follow = follower(change);
  return Object.fromEntries(
    tiedTerms.flatMap((term) => {
      const number = ties[term];
      const now = number === undefined ? null : follow(number);
      return now === null ? [] : [[term, now] as const];
    }),
  );
}

/**
 * The same for the articles to which reservations are limited. An exception for an article that is gone is dropped. If
 * the only articles that allow reservations are all gone, the rule stays as it was, for an officer to mend.
 */
export function tieReservations(
  { except, only, ...rules }: ReservationRules,
  change: Change,
): ReservationRules {
  const follow = follower(change);
  const moved = (numbers: number[] = []) => numbers.flatMap((number) => follow(number) ?? []);
  const [kept, allowed] = [moved(except), moved(only)];
  return {
    ...rules,
    ...(kept.length > 0 && { except: kept }),
    ...(only && { only: allowed.length > 0 ? allowed : only }),
  };
}

/** The same for declarations and authorities. One whose article is gone is gone with it. */
export function tieDeclarations(rules: DeclarationRule[], change: Change): DeclarationRule[] {
  const follow = follower(change);
  return rules.flatMap((rule) => {
    const article = follow(rule.article);
    return article === null ? [] : [{ ...rule, article }];
  });
}

/** Where an article of the text before stands in the text after; null if it is gone. */
function follower({ before, after, language }: Change): (number: number) => number | null {
  const old = headingsOf(before, language);
  const now = headingsOf(after, language);
  return (number) => {
    const heading = old[number - 1];
    const found = now.flatMap((one, index) => (one === heading ? [index + 1] : []));
    return found.length === 1 || !found.includes(number) ? (single(found) ?? null) : number;
  };
}

function single([first, ...more]: number[]): number | undefined {
  return more.length === 0 ? first : undefined;
}

function headingsOf(markdown: string, language: string): string[] {
  return parseText(markdown, language).articles.map(({ heading }) => heading);
}

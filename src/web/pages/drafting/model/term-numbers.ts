import type { Terms } from "#src/text/terms-in-words.ts";

type Articles = NonNullable<Terms["articles"]>;
/** The article of each term; null unties it. */
export type Ties = { [term in keyof Articles]?: number | null | undefined };
/** Terms that differ from those of the last version. */
export type TermChanges = { values: Partial<Omit<Terms, "articles">>; ties: Ties };

/** Where an article has gone: its new number, or null if it is gone. */
export type Moves = (article: number) => number | null;

/** The terms after articles were inserted, moved or removed. */
export function renumberTerms<Some extends Partial<Terms>>(terms: Some, moves: Moves): Some {
  const { articles, declarations, reservationRules } = terms;
  return {
    ...terms,
    ...(declarations && { declarations: renumberRulesOf(declarations, moves) }),
    ...(articles && { articles: withoutNull(renumberTies(articles, moves)) }),
    ...(reservationRules && { reservationRules: renumberRules(reservationRules, moves) }),
  };
}

export function renumberChanges({ values, ties }: TermChanges, moves: Moves): TermChanges {
  return { values: renumberTerms(values, moves), ties: renumberTies(ties, moves) };
}

/** The terms with the changes in them. */
export function withChanges(terms: Terms, { values, ties }: TermChanges): Terms {
  const all = { ...terms, ...values };
  const { articles: own, reservationRules: rules = {}, ...rest } = all;
  const { consentBy, territories, declarations, ...others } = rest;
  const articles = withoutNull({ ...own, ...ties });
  return {
    ...others,
    ...(consentBy && { consentBy }),
    ...(territories && { territories }),
    ...(declarations && declarations.length > 0 && { declarations }),
    ...(Object.keys(rules).length > 0 && { reservationRules: rules }),
    ...(Object.keys(articles).length > 0 && { articles }),
  };
}

/** Two values are the same whatever the order of their fields; an absent field is an undefined one. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Follows articles by the part that an editor holds, and a part that is gone by its heading, if only one article has
 * it. Before and after are the articles in order.
 */
export function movesBetween(before: Article[], after: Article[]): Moves {
  return (number) => {
    const old = before[number - 1];
    if (!old) return null;
    const sameId = after.findIndex(({ id }) => id !== null && id === old.id);
    if (sameId >= 0) return sameId + 1;
    const inPlace = after.length === before.length && after[number - 1]?.heading === old.heading;
    if (inPlace) return number;
    const headed = after.flatMap(({ heading }, at) => (heading === old.heading ? [at + 1] : []));
    return headed.length === 1 ? (headed[0] ?? null) : null;
  };
}

/** An article by the id of its row, null if it comes from elsewhere, and by its heading. */
export type Article = { id: string | null; heading: string };

function renumberTies(ties: Ties, moves: Moves): Ties {
  const entries = Object.entries(ties) as [keyof Ties, number | null | undefined][];
  return Object.fromEntries(
    entries.flatMap(([term, number]) =>
      number === undefined ? [] : [[term, number === null ? null : moves(number)]],
    ),
  );
}

/** A declaration whose article is gone is gone with it. */
function renumberRulesOf(rules: NonNullable<Terms["declarations"]>, moves: Moves) {
  return rules.flatMap((rule) => {
    const article = moves(rule.article);
    return article === null ? [] : [{ ...rule, article }];
  });
}

function renumberRules(rules: NonNullable<Terms["reservationRules"]>, moves: Moves) {
  const { except, only, ...rest } = rules;
  const moved = (numbers: number[] | undefined) => {
    const left = numbers?.flatMap((number) => moves(number) ?? []) ?? [];
    return left.length > 0 ? left : undefined;
  };
  const [exceptNow, onlyNow] = [moved(except), moved(only)];
  return { ...rest, ...(exceptNow && { except: exceptNow }), ...(onlyNow && { only: onlyNow }) };
}

function withoutNull(ties: Ties): Articles {
  return Object.fromEntries(Object.entries(ties).filter(([, number]) => number != null));
}

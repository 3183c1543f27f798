import type { StatedTerm } from "#workflows/terms.ts";
import type { Match } from "./match-wording.ts";
import type { StatedValues } from "./stated.ts";

/** Looks for a kind of wording in the article, and in the whole text. */
export type Look = {
  match(kind: string): Match | null;
  languageOf(name: string): string | null;
  /** Whether any article of the text contains a wording of the kind. */
  anywhere(kind: string): boolean;
};

export type Read<Value> = { value: Value; by: Match[]; unread?: string[] } | null;

type Readers = { [term in StatedTerm]: (look: Look) => Read<StatedValues[term]> };

/** Reads each term from an article. The kinds are those of `templates/stated/<language>.json`. */
export const readers: Readers = {
  consent: (look) => {
    const definitive = look.match("definitive");
    const ratification = look.match("ratification");
    const value: StatedValues["consent"] = [];
    if (definitive) value.push("definitive");
    if (ratification) value.push("subject-to-ratification");
    return value.length === 0 ? null : { value, by: both(definitive, ratification) };
  },
  entry,
  provisional: (look) => constant(look, "from-signature", "from-signature"),
  reservations: (look) => {
    const except = look.match("except");
    const permitted = look.match("permitted") ?? except;
    if (!permitted) return constant(look, "prohibited", { rule: "prohibited" as const });
    const articles = except && listed(except.slots.refs ?? "");
    const value = { rule: "permitted" as const, ...(articles && { except: articles }) };
    return { value, by: except && except !== permitted ? [permitted, except] : [permitted] };
  },
  duration,
  withdrawal,
  accession: (look) => constant(look, "open", true) ?? constant(look, "closed", false),
  amendment,
  settlement: (look) => {
    const means = (["court", "arbitration", "conciliation"] as const).filter(look.match);
    const [only] = means;
    if (only) return means.length > 1 ? null : constant(look, only, only);
    // Negotiation alone: the article must not go on to a third party in words that we do not read.
    const other = look.match("other-means");
    return other ? null : constant(look, "negotiation", "negotiation" as const);
  },
  prevailing: (look) => {
    const by = look.match("language");
    const code = by && look.languageOf(by.slots.language ?? "");
    if (by && code) return { value: code, by: [by] };
    const named = look.anywhere("language") || look.anywhere("other");
    return named ? null : constant(look, "equal", null);
  },
  depositary: (look) => constant(look, "office", "office") ?? constant(look, "none", "none"),
  minimumParties: (look) => {
    const by = look.match("fewer");
    return by && { value: Number(by.slots.parties), by: [by] };
  },
};

function entry(look: Look): Read<StatedValues["entry"]> {
  const month = look.match("month-after-nth-consent");
  if (month) {
    const { consents, months } = numbers(month);
    return {
      value: { form: "month-after-nth-consent", consents: consents ?? 0, months: months ?? 0 },
      by: [month],
    };
  }
  const deposit = look.match("nth-deposit");
  if (deposit) {
    const { deposits = 0, days = 0 } = numbers(deposit);
    return { value: { form: "nth-deposit", deposits, days }, by: [deposit] };
  }
  const after = look.match("after-last-notification");
  if (after) {
    return {
      value: { form: "after-last-notification", days: numbers(after).days ?? 0 },
      by: [after],
    };
  }
  const fixed = look.match("fixed-date");
  if (fixed) return { value: { form: "fixed-date", date: fixed.slots.date ?? "" }, by: [fixed] };
  return (
    constant(look, "last-notification", { form: "last-notification" as const }) ??
    constant(look, "last-signature", { form: "last-signature" as const })
  );
}

function duration(look: Look): Read<StatedValues["duration"]> {
  const years = look.match("years");
  if (!years) return constant(look, "unlimited", "unlimited" as const);
  const value = { years: numbers(years).years ?? 0 };
  const further = look.match("further");
  const periodYears = further ? numbers(further).years : undefined;
  for (const renewal of ["automatic", "by-decision"] as const) {
    const by = look.match(renewal);
    if (by) {
      const whole = { ...value, renewal, ...(periodYears && { periodYears }) };
      const known = further ?? look.match("same-length");
      return { value: whole, by: both(years, by, further), unread: known ? [] : ["periodYears"] };
    }
  }
  return { value, by: [years], unread: look.anywhere("renewal") ? ["renewal"] : [] };
}

function withdrawal(look: Look): Read<StatedValues["withdrawal"]> {
  const notice = look.match("notice");
  const period = notice && periodOf(notice);
  if (!notice || !period) return constant(look, "none", "none" as const);
  const before = look.match("not-before");
  const yearEnd = look.match("year-end");
  const value = {
    ...period,
    ...(before && { notBeforeYears: numbers(before).years ?? 0 }),
    ...(yearEnd && { atYearEnd: true }),
  };
  const unread = before || !look.match("years") ? [] : ["notBeforeYears"];
  return { value, by: both(notice, before, yearEnd), unread };
}

function amendment(look: Look): Read<StatedValues["amendment"]> {
  const tacit = look.match("unless-objected");
  if (tacit) {
    const period = periodOf(tacit);
    if (!period || !("months" in period)) return null;
    return { value: { binds: "unless-objected", months: period.months }, by: [tacit] };
  }
  for (const share of ["two-thirds", "three-quarters", "majority"] as const) {
    const by = look.match(share);
    if (by) return { value: { binds: "share", of: share }, by: [by] };
  }
  return (
    constant(look, "acceptors", { binds: "acceptors" as const }) ??
    constant(look, "all", { binds: "all" as const })
  );
}

function constant<Value>(look: Look, kind: string, value: Value): Read<Value> {
  const by = look.match(kind);
  return by && { value, by: [by] };
}

function both(...matches: (Match | null | undefined)[]): Match[] {
  return matches.flatMap((match) => match ?? []);
}

function numbers({ slots }: Match): Record<string, number | undefined> {
  return Object.fromEntries(Object.entries(slots).map(([name, value]) => [name, Number(value)]));
}

/** A period of notice in the units that the terms have: years as months, weeks never. */
function periodOf({ slots }: Match): { months: number } | { days: number } | null {
  const count = Number(slots.n ?? slots.months ?? slots.days ?? 1);
  const whole = Number.isNaN(count) ? 1 : count;
  if (slots.days !== undefined) return { days: whole };
  return { months: slots.years === undefined ? whole : whole * 12 };
}

function listed(references: string): number[] {
  const found = [...references.matchAll(/\d+/g)].map(([number]) => Number(number));
  return [...new Set(found)].sort((a, b) => a - b);
}

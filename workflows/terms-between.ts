import { bound } from "./bound.ts";
import type { Amendment, Facts } from "./facts.ts";
import { type AmendableTerm, amendableTerms, type CivilDate, type Terms } from "./terms.ts";

/** An amendment that changed terms between two parties, and from which day. */
export type DatedChange = {
  from: CivilDate;
  amendment: Pick<Amendment, "id" | "reference">;
  changed: AmendableTerm[];
};

/**
 * The terms that apply between two parties on a day, and how they came about, oldest first. An amendment applies
 * between those it binds (VCLT articles 30(4) and 40(4)). For information: the parties may see it otherwise.
 */
export function termsBetween(
  facts: Facts,
  { parties, on }: { parties: [string, string]; on: CivilDate },
): { terms: Terms; changes: DatedChange[] } {
  return apply(facts, parties, on);
}

/**
 * The terms that apply between all the parties on a day: as amended by every amendment that binds them all. While one
 * binds only some, the unamended terms apply to what concerns all of them.
 */
export function termsOn(facts: Facts, on: CivilDate): Terms {
  if (facts.amendments.length === 0) return facts.terms;
  return apply(facts, bound(facts), on).terms;
}

function apply(facts: Facts, parties: string[], on: CivilDate) {
  const changes = facts.amendments
    .flatMap((amendment) => {
      const days = parties.map((party) => boundSince(facts, amendment, party));
      const from = days.every((day) => day !== null) ? days.toSorted().at(-1) : null;
      return from && from <= on ? [{ from, amendment }] : [];
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const terms: Terms = Object.assign({}, facts.terms, ...changes.map((one) => one.amendment.terms));
  return {
    terms,
    changes: changes.map(({ from, amendment: { id, reference, terms } }) => ({
      from,
      amendment: { id, reference },
      changed: amendableTerms.filter((term) => term in terms),
    })),
  };
}

/**
 * Since when an amendment binds a party: its own entry into force for it; or for one that became a party to the
 * instrument after the amendment had entered into force, since then (VCLT article 40(5)(a)).
 */
function boundSince({ entry }: Facts, { on, since }: Amendment, party: string): CivilDate | null {
  const joined = entry.parties[party] ?? null;
  return since[party] ?? (joined !== null && joined >= on ? joined : null);
}

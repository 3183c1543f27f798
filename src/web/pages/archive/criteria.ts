import { useNavigate, useSearch } from "@tanstack/react-router";

/** The criteria of a search. Each is a query parameter, so that a search can be sent to a colleague. */
export const criteria = [
  "q",
  "party",
  "area",
  "goal",
  "language",
  "stage",
  "createdFrom",
  "createdTo",
  "publishedFrom",
  "publishedTo",
  "sort",
] as const;

export type Criterion = (typeof criteria)[number];
export type Criteria = Partial<Record<Criterion, string>>;

/** Reads the search from the address and changes it. The browser's back button returns to the previous search. */
export function useCriteria() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const found = only(search);
  const go = (next: Criteria, replace = false) =>
    navigate({ to: ".", search: only(next), replace, resetScroll: false });
  return {
    found,
    /**
     * Changes some criteria; empty ones are removed. With `replace` no history entry is added, for words being typed.
     */
    change: (changed: Criteria, replace = false) => go({ ...found, ...changed }, replace),
    all: (next: Criteria) => go(next),
  };
}

function only(given: Record<string, unknown>): Criteria {
  return Object.fromEntries(
    criteria.flatMap((name) => (given[name] ? [[name, String(given[name])]] : [])),
  );
}

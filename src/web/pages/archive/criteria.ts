import { useNavigate, useSearch } from "@tanstack/react-router";

/** What an archivist looks for; each is a word of the address, so that a search can be sent to a colleague. */
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

/** The search in the address, and how to change it; the browser's back button goes to the one before. */
export function useCriteria() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const found = only(search);
  const go = (next: Criteria, replace = false) =>
    navigate({ to: ".", search: only(next), replace, resetScroll: false });
  return {
    found,
    /** Another value for some; empty ones are left out. Words being typed replace each other. */
    change: (changed: Criteria, replace = false) => go({ ...found, ...changed }, replace),
    all: (next: Criteria) => go(next),
  };
}

function only(given: Record<string, unknown>): Criteria {
  return Object.fromEntries(
    criteria.flatMap((name) => (given[name] ? [[name, String(given[name])]] : [])),
  );
}

import { sql } from "kysely";
import type { Cursor } from "#src/db/cursor.ts";
import type { Person } from "#src/people/person.ts";
import { scopeOf } from "../scope.ts";

/** Filters the agreements that a person sees. Days are civil dates, inclusive, in the instrument's zone. */
export type Filter = {
  stage?: string | undefined;
  party?: string | undefined;
  area?: string | undefined;
  goal?: number | undefined;
  language?: string | undefined;
  q?: string | undefined;
  createdFrom?: string | undefined;
  createdTo?: string | undefined;
  publishedFrom?: string | undefined;
  publishedTo?: string | undefined;
};

/** A page of the list: after the cursor's place, of what changed until or after a time, at most `maxRows`. */
export type Wanted = Partial<Cursor> & {
  sort?: "newest" | "updated";
  maxRows?: number;
  changedUntil?: string;
  changedAfter?: string;
};

type Found = {
  agreement: string;
  place: Date;
  stage_name: string;
  count: number;
  is_complete: boolean;
};

const functions = {
  find: ["find_listed", "search_listed"],
  count: ["count_listed", "count_found"],
} as const;

/**
 * The function of the database that finds or counts listings (migrations/0065-narrow-listings.ts), as a table `found`.
 * It applies the person's scope and the filter; words are searched by a function of their own, which uses their index.
 */
export function listed(what: "find" | "count", person: Person, wanted: Filter & Wanted) {
  const [plain, searched] = functions[what];
  const given = JSON.stringify({ ...wanted, ...scopeOf(person) });
  return sql<Found>`${sql.ref(wanted.q ? searched : plain)}(${given}::jsonb)`.as<"found">(
    sql.ref("found"),
  );
}

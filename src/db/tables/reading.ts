import type { ColumnType, Generated } from "kysely";
import type { Json } from "../columns.ts";

/** What people have read, have open, and keep to read. A party of "" is the office. */
export type ReadingTables = {
  /** One row: the key that authenticates list cursors. */
  cursor_keys: { single: boolean; key: Uint8Array };
  /** The searchable text of an agreement in one language; triggers write it. */
  search_texts: { agreement: string; language: string; digest: string; words: string };
  /** One narrow row for each agreement, which lists and counts read; triggers write it. */
  listings: {
    agreement: string;
    created_at: Date;
    published_at: Date | null;
    /** The day of the last signature of the current text. */
    signed_on: string | null;
    /** The numbers of `listed_values`. */
    stage: number;
    zone: number;
    /** One bit for each party, area, goal and language, by its number in `listed_values`. */
    facets: Uint8Array;
  };
  /** What stands in listings as a number: `stage:publish`, `party:KZ`. */
  listed_values: { number: Generated<number>; name: string };
  /** The words of an agreement's current texts and what it is filtered by, for search; triggers write it. */
  listing_words: {
    agreement: string;
    created_at: Date;
    names: string[];
    words: string;
    block: Generated<number>;
  };
  readings: { agreement: string; person: string; party: string; number: number; at: Date };
  presences: {
    agreement: string;
    person: string;
    party: string;
    language: string | null;
    article: number | null;
    seen_at: Date;
  };
  /** Which act waits for which party, or for which people of it. Kept by `agreements/awaited`. */
  awaited_acts: {
    agreement: string;
    party: string;
    act: string;
    /** The agreement's stage when it was judged. */
    stage: string;
    /** The only people it waits for; null if it waits for all but `except_for`. */
    only: string[] | null;
    except_for: string[];
    since: Date;
    due: Date | null;
  };
  /** Agreements to judge again from a time on; triggers write those whose time has come. */
  awaited_marks: {
    id: ColumnType<string, never, never>;
    agreement: string;
    at: Date;
    made_at: ColumnType<Date, never, never>;
  };
  saved_filters: {
    person: string;
    name: string;
    query: Json<Record<string, unknown>>;
    saved_at: Date;
  };
};

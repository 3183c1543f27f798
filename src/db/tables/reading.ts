import type { Json } from "../columns.ts";

/** What people have read, have open and keep for reading. A party of "" is the office. */
export type ReadingTables = {
  /** One row: what the cursors of lists are authenticated with. */
  cursor_keys: { single: boolean; key: Uint8Array };
  /** What is searched of an agreement in one language; written by triggers. */
  search_texts: { agreement: string; language: string; digest: string; words: string };
  readings: { agreement: string; person: string; party: string; number: number; at: Date };
  presences: {
    agreement: string;
    person: string;
    party: string;
    language: string | null;
    article: number | null;
    seen_at: Date;
  };
  saved_filters: {
    person: string;
    name: string;
    query: Json<Record<string, unknown>>;
    saved_at: Date;
  };
};

import type { Json } from "../columns.ts";

/** What people have read, have open, and keep to read. A party of "" is the office. */
export type ReadingTables = {
  /** One row: the key that authenticates list cursors. */
  cursor_keys: { single: boolean; key: Uint8Array };
  /** The searchable text of an agreement in one language; triggers write it. */
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

import type { ColumnType } from "kysely";
import type { Json } from "../columns.ts";

/** Drafts that are not part of the record yet, and the management of the templates that agreements are made from. */
export type DraftingTables = {
  working_texts: {
    agreement: string;
    language: string;
    /** Null if the text became part of a version, or was discarded. */
    markdown: string | null;
    revision: number;
    based_on: number;
    person: string;
    at: Date;
  };
  template_events: {
    seq: ColumnType<string, never, never>;
    at: Date;
    actor: string;
    name: string;
    event: "published" | "retired" | "restored";
    digest: string | null;
  };
  party_events: {
    seq: ColumnType<string, never, never>;
    at: Date;
    actor: string;
    party: string;
    event: string;
    detail: Json<Record<string, unknown>>;
  };
};

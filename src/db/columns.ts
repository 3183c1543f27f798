import type { ColumnType } from "kysely";

/** A bigint, which JavaScript reads as text. */
export type BigId = ColumnType<string, never, never>;

/** A jsonb column: an object when read, JSON text when written. */
export type Json<T> = ColumnType<T, string, string>;

/** Words per language, by BCP 47 tag: `{ en: "…", ar: "…" }`. */
export type Worded = Record<string, string>;

/** The grammatical forms of names, by language; `src/text/party-forms.ts` says what they mean. */
export type FormsOfNames = Record<string, Record<string, string | undefined>>;

export type GovernmentNames = { names: Worded; forms: FormsOfNames };

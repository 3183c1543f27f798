import type { Worded } from "#src/db/columns.ts";
import type { Role } from "#workflows/acts/row.ts";

export { type Role, roles } from "#workflows/acts/row.ts";

/** Who is acting, read again on every request, because roles and party may have been removed since the last one. */
export type Person = {
  id: string;
  email: string;
  names: Worded;
  titles: Worded;
  /** The language this person reads, BCP 47. */
  language: string;
  roles: Role[];
  /** The party that a representative acts for. */
  party: string | null;
};

/** The service that typesets and seals. Its row is created with the database. */
export const sealingService: Person = {
  id: "00000000-0000-4000-8000-000000000001",
  email: "sealing@service.invalid",
  names: { en: "Sealing service" },
  titles: {},
  language: "en",
  roles: ["service"],
  party: null,
};

/** The words in a language, else in English, else in any; "" if there are none. */
export function worded(words: Worded, language: string): string {
  return words[language] ?? words.en ?? Object.values(words)[0] ?? "";
}

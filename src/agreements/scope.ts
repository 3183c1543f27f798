import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Tables } from "#src/db/db.ts";
import type { Person } from "#src/people/person.ts";

const archivedStages = ["sign.sealing", "sign.sealFailed", "publish"];

/**
 * The agreements that a person sees. This is the one scope for reading, lists, counts, search, letters and exports.
 * Legal officers, the secretariat and the services see all. An archivist sees what has reached sealing. A
 * representative sees their own party's agreements once circulated.
 */
export function visibleTo(person: Person) {
  const { all, archived, of } = scopeOf(person);
  return (eb: ExpressionBuilder<Tables, "agreements">) => {
    if (all) return sql<SqlBool>`true`;
    const seen = [];
    if (archived) seen.push(eb("agreements.stage_name", "in", archivedStages));
    if (of !== null) {
      seen.push(
        eb.and([
          eb("agreements.stage_name", "!=", "draft.editing"),
          sql<SqlBool>`${of} = ANY (agreements.party_codes)`,
        ]),
      );
    }
    return seen.length > 0 ? eb.or(seen) : sql<SqlBool>`false`;
  };
}

/** The same scope for the functions that read listings: all, what is archived, and that of a party. */
export function scopeOf(person: Person): { all: boolean; archived: boolean; of: string | null } {
  return {
    all: has(person, "legal-officer", "secretariat", "service"),
    archived: has(person, "archivist"),
    of: has(person, "representative") ? person.party : null,
  };
}

function has(person: Person, ...roles: Person["roles"]): boolean {
  return roles.some((role) => person.roles.includes(role));
}

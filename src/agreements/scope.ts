import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Tables } from "#src/db/db.ts";
import type { Person } from "#src/people/person.ts";

const archived = ["sign.sealing", "sign.sealFailed", "publish"];

/**
 * The agreements that a person sees. This is the one scope for reading, lists, counts, search, letters and exports.
 * Legal officers, the secretariat and the services see all. An archivist sees what has reached sealing. A
 * representative sees their own party's agreements once circulated.
 */
export function visibleTo(person: Person) {
  return (eb: ExpressionBuilder<Tables, "agreements">) => {
    if (has(person, "legal-officer", "secretariat", "service")) return sql<SqlBool>`true`;
    const seen = [];
    if (has(person, "archivist")) seen.push(eb("agreements.stage_name", "in", archived));
    if (has(person, "representative") && person.party !== null) {
      seen.push(
        eb.and([
          eb("agreements.stage_name", "!=", "draft.editing"),
          eb.exists(
            eb
              .selectFrom("agreement_parties")
              .select("agreement_parties.party")
              .whereRef("agreement_parties.agreement", "=", "agreements.id")
              .where("agreement_parties.party", "=", person.party),
          ),
        ]),
      );
    }
    return seen.length > 0 ? eb.or(seen) : sql<SqlBool>`false`;
  };
}

function has(person: Person, ...roles: Person["roles"]): boolean {
  return roles.some((role) => person.roles.includes(role));
}

import { type RawBuilder, sql } from "kysely";
import type { FormsOfNames, Worded } from "./columns.ts";

/**
 * The names of a party as it takes part in an agreement, of the rows `ap` of `agreement_parties` and `p` of `parties`: a
 * State's own or its Government's.
 */
export const namesOfParty = sql<Worded>`(
  CASE WHEN ap.as_government THEN coalesce(p.government -> 'names', p.names) ELSE p.names END)`;

/** The grammatical forms of these names. */
export const formsOfParty = sql<FormsOfNames>`(
  CASE WHEN ap.as_government THEN coalesce(p.government -> 'forms', '{}') ELSE p.forms END)`;

/** The forms of a party's names in an agreement, where the query does not join its row. */
export function formsInAgreement(agreement: RawBuilder<unknown>, party: RawBuilder<unknown>) {
  return sql<FormsOfNames>`(SELECT coalesce((SELECT ${formsOfParty} FROM agreement_parties ap
      WHERE ap.agreement = ${agreement} AND ap.party = p.code), p.forms)
    FROM parties p WHERE p.code = ${party})`;
}

/** The names of a party in an agreement, where the query does not join its row: columns or values. */
export function namesInAgreement(agreement: RawBuilder<unknown>, party: RawBuilder<unknown>) {
  return sql<Worded>`(SELECT coalesce((SELECT ${namesOfParty} FROM agreement_parties ap
      WHERE ap.agreement = ${agreement} AND ap.party = p.code), p.names)
    FROM parties p WHERE p.code = ${party})`;
}

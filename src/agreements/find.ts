import type { Selectable } from "kysely";
import type { Db, Tables, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { visibleTo } from "./scope.ts";

export type AgreementRow = Selectable<Tables["agreements"]>;

/** Returns the agreement if the person sees it. Otherwise throws the same Refusal as for one that does not exist. */
export async function findAgreement(
  db: Db | Tx,
  id: string,
  person: Person,
): Promise<AgreementRow> {
  const row = await db
    .selectFrom("agreements")
    .selectAll()
    .where("id", "=", id)
    .where(visibleTo(person))
    .executeTakeFirst();
  if (!row) throw new Refusal("not-found", "There is no such agreement.");
  return row;
}

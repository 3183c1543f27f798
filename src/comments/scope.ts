import { sql } from "kysely";
import type { AgreementRow } from "#src/agreements/find.ts";
import { visibleTo } from "#src/agreements/scope.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";

/**
 * The threads that a person sees within an agreement that they see: those shared by all that negotiated and, for
 * representatives, their own party's. The office serves every party alike and reads no party's own threads. A State to
 * which the text was opened later took no part in what was said before.
 */
export function threadsVisibleTo(person: Person) {
  const own = person.roles.includes("representative") ? person.party : null;
  return sql<boolean>`(threads.audience = ${own} OR threads.audience IS NULL AND (
    ${own}::text IS NULL OR EXISTS (SELECT FROM agreement_parties n
      WHERE n.agreement = threads.agreement AND n.party = ${own} AND n.negotiated)))`;
}

export type Commented = Pick<
  AgreementRow,
  "id" | "text_version" | "stage_name" | "given_languages" | "headings"
>;

/** Returns the agreement if the person sees it and can comment on it now. */
export async function commentable(
  db: Db | Tx,
  agreement: string,
  person: Person,
): Promise<Commented> {
  const row = await db
    .selectFrom("agreements")
    .select(["id", "text_version", "stage_name", "given_languages", "headings"])
    .where("id", "=", agreement)
    .where(visibleTo(person))
    .executeTakeFirst();
  if (!row) throw new Refusal("not-found", "There is no such agreement.");
  if (!can(person, "comment")) throw new Refusal("forbidden", "Your role does not comment.");
  if (!/^(draft|review)\./.test(row.stage_name)) {
    throw new Refusal("wrong-stage", "The text is no longer negotiated.");
  }
  return row;
}

/** Returns a thread that the person sees. Otherwise throws the same Refusal as for one that does not exist. */
export async function findThread(
  db: Db | Tx,
  { agreement, thread }: { agreement: string; thread: string },
  person: Person,
): Promise<{ id: string }> {
  const row = await db
    .selectFrom("threads")
    .select("id")
    .where("id", "=", thread)
    .where("agreement", "=", agreement)
    .where(threadsVisibleTo(person))
    .executeTakeFirst();
  if (!row) throw new Refusal("not-found", "There is no such thread.");
  return row;
}

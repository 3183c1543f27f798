import type { Worded } from "#src/db/columns.ts";
import type { Db, Tx } from "#src/db/db.ts";
import type { KeptDifference, Terms } from "#workflows/terms.ts";

export type Dismissal = { person: string; names: Worded; reason: string; at: string };

/** What the terms and the words of a version's texts say differently. */
export async function differencesOf(
  _texts: { language: string; markdown: string }[],
  _terms: Terms,
): Promise<KeptDifference[]> {
  return [];
}

/** The differences that the version was saved with. */
export async function readDifferences(
  db: Db | Tx,
  agreement: string,
  number: number,
): Promise<KeptDifference[]> {
  const { differences } = await db
    .selectFrom("versions")
    .select("differences")
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .executeTakeFirstOrThrow();
  return differences;
}

/** Who has dismissed each difference of the agreement and why, in order, by its key. */
export async function readDismissals(db: Db, agreement: string): Promise<Map<string, Dismissal[]>> {
  const rows = await db
    .selectFrom("difference_dismissals as d")
    .innerJoin("people", "people.id", "d.person")
    .select(["d.difference", "d.person", "people.names", "d.reason", "d.at"])
    .where("d.agreement", "=", agreement)
    .orderBy("d.at")
    .execute();
  const byKey = Map.groupBy(rows, ({ difference }) => difference);
  return new Map(
    [...byKey].map(([key, all]) => [
      key,
      all.map(({ person, names, reason, at }) => ({ person, names, reason, at: at.toISOString() })),
    ]),
  );
}

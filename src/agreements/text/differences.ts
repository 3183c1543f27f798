import { sha256 } from "#src/bytes/sha256.ts";
import type { Worded } from "#src/db/columns.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { canonicalJson } from "#src/evidence/canonical-json.ts";
import { parseText } from "#src/text/markdown.ts";
import { isOpen, termsUnlikeWords } from "#src/text/stated/terms-unlike-words.ts";
import type { KeptDifference, TermDifference, Terms } from "#workflows/terms.ts";

export type Dismissal = { person: string; names: Worded; reason: string; at: string };

/** What the terms and the words of a version's texts say differently, in the languages whose words are known. */
export async function differencesOf(
  texts: { language: string; markdown: string }[],
  terms: Terms,
): Promise<KeptDifference[]> {
  const read = texts.map(({ markdown, language }) => parseText(markdown, language));
  const all = termsUnlikeWords(read, terms).filter(isOpen);
  const own = all.flatMap(({ term, ...one }) => {
    return term === null ? [] : [{ term, ...one }];
  });
  return Promise.all(own.map(async (one) => ({ ...one, key: await differenceKey(one) })));
}

/** sha-256 (hex) of what differs, wherever it stands. */
export function differenceKey({
  article: _,
  paragraph: __,
  ...said
}: Omit<TermDifference, "term"> & { term: unknown }): Promise<string> {
  return sha256(canonicalJson(JSON.parse(JSON.stringify(said))));
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

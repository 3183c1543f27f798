import { sha256 } from "#src/bytes/sha256.ts";
import type { Worded } from "#src/db/columns.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { identifiedWarnings, type Warning } from "#src/text/check-texts.ts";
import type { Profile } from "#src/text/checks/binding/profile.ts";
import type { Source } from "#src/text/source.ts";
import type { Terms } from "#workflows/terms.ts";

/** A warning with its key: sha-256 (hex) of what it is about (`identitiesOf`). */
export type KeyedWarning = Warning & { key: string };

/** An officer's verdict on a warning, with who gave it; of several, the last one counts. */
export type Verdict = {
  person: string;
  names: Worded;
  verdict: "false-alarm" | "stands";
  reason: string;
  at: string;
};

/**
 * What the drafting checks warn of in a version's texts, each with its key.
 * @throws Refusal `invalid-text` for a text that cannot be read as articles
 */
export async function warningsOf(
  source: Source,
  terms: Terms,
  profiles: Profile[],
): Promise<KeyedWarning[]> {
  const found = identifiedWarnings(source, terms, profiles).map(async ({ warning, identity }) => {
    return { ...warning, key: await sha256(identity) };
  });
  return Promise.all(found);
}

/** The verdicts on the agreement's warnings, by key, oldest first. */
export async function readVerdicts(
  db: Db | Tx,
  agreement: string,
): Promise<Map<string, Verdict[]>> {
  const rows = await db
    .selectFrom("warning_verdicts as v")
    .innerJoin("people", "people.id", "v.person")
    .select(["v.warning", "v.person", "people.names", "v.verdict", "v.reason", "v.at"])
    .where("v.agreement", "=", agreement)
    .orderBy("v.at")
    .execute();
  const byKey = Map.groupBy(rows, ({ warning }) => warning);
  return new Map(
    [...byKey].map(([key, all]) => [
      key,
      all.map(({ warning: _, at, ...verdict }) => ({ ...verdict, at: at.toISOString() })),
    ]),
  );
}

import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";
import { appendToChain } from "#src/evidence/log-entry.ts";
import { lockLog } from "#src/evidence/sequence.ts";
import { demoPeople } from "#src/people/demo-people.ts";
import { sealingService } from "#src/people/person.ts";
import { uuidOf } from "./chance.ts";

/** The chain of the log that says for good that the agreements of a database are invented. */
export const generatedChain = "generated";

/** The database holds something that this command did not make, or made from something else. */
export class NotEmpty extends Error {
  override name = "NotEmpty";
}

type Begun = { seed: string; people: number; until: string; release: string };

/**
 * Marks an empty database as one of invented agreements, in the log's own words, or finds how many agreements an
 * earlier run with the same settings has made.
 *
 * @throws NotEmpty if there is anything else, so that invented and real records are never mixed
 */
export async function beginOrContinue(db: Db, wanted: Begun, at: Date): Promise<number> {
  const { seed, people, until, release } = wanted;
  const mark: Begun = { seed, people, until, release };
  const earlier = await markOf(db);
  if (earlier) return countMade(db, earlier, mark);
  await refuseUnlessEmpty(db);
  await db.transaction().execute(async (tx) => {
    if (!(await lockLog(tx))) throw new NotEmpty("The service is running. Stop it first.");
    await appendToChain(tx, generatedChain, [{ at, act: "generate", detail: mark }]);
  });
  return 0;
}

async function markOf(db: Db): Promise<Begun | null> {
  const { rows } = await sql<{ detail: Begun }>`SELECT detail FROM log_entries
    WHERE chain = ${generatedChain} ORDER BY seq LIMIT 1`.execute(db);
  return rows[0]?.detail ?? null;
}

async function refuseUnlessEmpty(db: Db): Promise<void> {
  const demo = demoPeople.map(({ email }) => email);
  const { rows } = await sql<{ agreements: string; people: string }>`SELECT
      (SELECT count(*) FROM agreements) AS agreements,
      (SELECT count(*) FROM people
        WHERE id <> ${sealingService.id} AND email <> ALL (${demo})) AS people`.execute(db);
  const { agreements, people } = rows[0]!;
  if (agreements === "0" && people === "0") return;
  throw new NotEmpty(
    `This database holds ${agreements} agreements and ${people} people that were not generated. Invented agreements are never mixed with others: name an empty database.`,
  );
}

async function countMade(db: Db, earlier: Begun, wanted: Begun): Promise<number> {
  const differing = (["seed", "people", "until", "release"] as const).filter(
    (name) => earlier[name] !== wanted[name],
  );
  if (differing.length > 0) {
    const were = differing.map((name) => `${name} ${earlier[name]}`).join(", ");
    throw new NotEmpty(
      `The agreements here were generated with ${were}. Say the same to add to them, or name an empty database.`,
    );
  }
  const { rows } = await sql<{ id: string }>`SELECT id FROM agreements`.execute(db);
  const ids = new Set(rows.map(({ id }) => id));
  for (let index = 0; index < rows.length; index++) {
    if (ids.has(uuidOf(`${wanted.seed} agreement ${index}`))) continue;
    throw new NotEmpty(
      "Somebody has drafted agreements here beside the generated ones. Name an empty database.",
    );
  }
  return rows.length;
}

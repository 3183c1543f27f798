import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import type { Person } from "#src/people/person.ts";
import type { ActType } from "#workflows/acts.ts";
import { readManyFacts } from "../facts.ts";
import { stageOf } from "../stage-of.ts";
import { objectionDue, waitingActs } from "./waiting-acts.ts";
import { waitingCandidates } from "./waiting-candidates.ts";

export type Waiting = {
  agreement: string;
  reference: string;
  title: Worded;
  stage: string;
  act: ActType;
  /** When the agreement entered this stage. */
  since: string;
  /** When it is due, if a time was set. */
  due: string | null;
};

const maxRows = 200;
const batch = 100;

/**
 * Lists the acts that wait for a person: the law allows them now and they move an agreement forward. Ordered by due
 * time, then by longest wait; at most 200. Two queries per 100 agreements.
 */
export async function listWaiting(
  db: Db,
  { person, at }: { person: Person; at: Date },
): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  for (let offset = 0; waiting.length < maxRows; offset += batch) {
    const found = await waitingCandidates(db, person, { offset, limit: batch + 1 });
    const candidates = found.slice(0, batch);
    const ids = candidates.map(({ id }) => id);
    const facts = candidates.length > 0 ? await readManyFacts(db, ids) : new Map();
    for (const row of candidates) {
      const own = facts.get(row.id);
      if (!own) continue;
      const look = { stage: stageOf(row), facts: own, copies: row.copies, who: { person, at } };
      for (const act of waitingActs(look)) {
        waiting.push({
          agreement: row.id,
          reference: row.reference,
          title: row.title,
          stage: row.stage_name,
          act,
          since: row.since.toISOString(),
          due:
            act === "answer-reservation"
              ? objectionDue(own, person.party, at)
              : (row.due?.toISOString() ?? null),
        });
      }
    }
    if (found.length <= batch) break;
  }
  return waiting.slice(0, maxRows);
}

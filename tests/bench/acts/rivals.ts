import { dbos } from "./rivals/dbos.ts";
import { graphileWorker } from "./rivals/graphile-worker.ts";
import { pgBoss } from "./rivals/pg-boss.ts";
import { plain } from "./rivals/plain.ts";
import { type Rival, sameAct } from "./rivals/same-act.ts";
import type { Recorded } from "./turns.ts";

/** Other ways to do the same act durably: the same statements, each in turn with its values, on connections of their own. */
export async function openRivals(
  url: string,
  recorded: Recorded,
  clients: number,
): Promise<Rival[]> {
  const act = sameAct(recorded);
  return [
    plain(url, act, { clients, outboxOf: null }),
    plain(url, act, { clients, outboxOf: recorded.idOf }),
    await pgBoss(url, act, clients),
    await graphileWorker(url, act, clients),
    await dbos(url, act, clients),
  ];
}

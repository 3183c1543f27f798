import { Logger, makeWorkerUtils } from "graphile-worker";
import { openPool } from "./open-pool.ts";
import type { Rival, SameAct } from "./same-act.ts";

/** The act and one job of graphile-worker in the same transaction. */
export async function graphileWorker(url: string, act: SameAct, clients: number): Promise<Rival> {
  const pool = openPool(url, clients);
  const utils = await makeWorkerUtils({ pgPool: pool, logger: new Logger(() => () => {}) });
  await utils.migrate();
  return {
    name: "graphile-worker: act and job",
    act: async (n) => {
      const client = await pool.connect();
      try {
        await act(client, n, () => client.query({ ...addJob, values: [JSON.stringify({ n })] }));
      } finally {
        client.release();
      }
    },
    close: async () => {
      await utils.release();
      await pool.end();
    },
  };
}

const addJob = { name: "job", text: "SELECT graphile_worker.add_job('effects', $1::json)" };

import { DBOS } from "@dbos-inc/dbos-sdk";
import { openPool } from "./open-pool.ts";
import type { Rival, SameAct } from "./same-act.ts";

/**
 * A workflow of DBOS Transact whose only step is the act's transaction. DBOS records the workflow and the step beside it, in the same
 * database.
 */
export async function dbos(url: string, act: SameAct, clients: number): Promise<Rival> {
  const pool = openPool(url, clients);
  DBOS.setConfig({
    name: "bench",
    systemDatabaseUrl: url,
    systemDatabasePoolSize: clients,
    logLevel: "error",
  });
  const workflow = DBOS.registerWorkflow(
    (n: number) =>
      DBOS.runStep(async () => {
        const client = await pool.connect();
        try {
          await act(client, n);
        } finally {
          client.release();
        }
      }),
    { name: "act" },
  );
  await DBOS.launch();
  return {
    name: "DBOS Transact: a workflow of one step",
    act: workflow,
    close: async () => {
      await DBOS.shutdown();
      await pool.end();
    },
  };
}

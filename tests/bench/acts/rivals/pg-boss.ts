import { PgBoss } from "pg-boss";
import { openPool } from "./open-pool.ts";
import type { Rival, SameAct } from "./same-act.ts";

/** The act and one job of pg-boss in the same transaction. */
export async function pgBoss(url: string, act: SameAct, clients: number): Promise<Rival> {
  const pool = openPool(url, clients);
  const boss = new PgBoss({ connectionString: url, schema: "pgboss", max: 2, supervise: false });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue("effects");
  return {
    name: "pg-boss: act and job",
    act: async (n) => {
      const client = await pool.connect();
      const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
      try {
        await act(client, n, () => boss.send("effects", { n }, { db }));
      } finally {
        client.release();
      }
    },
    close: async () => {
      await boss.stop({ graceful: false });
      await pool.end();
    },
  };
}

import { openPool } from "./open-pool.ts";
import type { Rival, SameAct } from "./same-act.ts";

/** node-postgres alone, one statement after the other; with an outbox row, as an act with an effect has one. */
export function plain(
  url: string,
  act: SameAct,
  { clients, outboxOf }: { clients: number; outboxOf: ((n: number) => string) | null },
): Rival {
  const pool = openPool(url, clients);
  return {
    name: outboxOf ? "node-postgres, and an outbox row" : "node-postgres",
    act: async (n) => {
      const client = await pool.connect();
      try {
        const outbox = outboxOf && (() => client.query({ ...effect, values: [outboxOf(n)] }));
        await act(client, n, outbox ?? undefined);
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

/** Marked as sent, so that no relay takes it. */
const effect = {
  name: "outbox",
  text: `INSERT INTO outbox (agreement, number, effect, created_at, sent_at)
    VALUES ($1, 1, 'bench-effect', now(), now())`,
};

import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import type { Recorded } from "../turns.ts";

/** One act on the nth agreement, in a transaction of this connection. */
export type SameAct = (
  client: ClientBase,
  n: number,
  inTransaction?: () => Promise<unknown>,
) => Promise<void>;

export type Rival = {
  name: string;
  /** Does the act on the nth agreement, as durably as this one does. */
  act(n: number): Promise<void>;
  close(): Promise<void>;
};

/**
 * The statements of one act as the gate sent them, prepared, for any agreement: its id, its version as the locked row has it, and a
 * fresh key take the place of the recorded ones. `inTransaction` is called before COMMIT.
 */
export function sameAct({ statements, agreement, version, key, idOf }: Recorded): SameAct {
  return async (client, n, inTransaction) => {
    let locked = version;
    const fresh = randomUUID();
    const valueFor = (value: unknown) => {
      if (value === agreement) return idOf(n);
      if (value === key) return fresh;
      return value === version + 1 ? locked + 1 : value;
    };
    try {
      for (const [nth, { sql, parameters }] of statements.entries()) {
        if (/^commit$/i.test(sql)) await inTransaction?.();
        const values = parameters.map(valueFor);
        const { rows } = await client.query({ name: `act ${nth}`, text: sql, values });
        if (/ for update$/i.test(sql.trim())) locked = Number(rows[0].version);
      }
    } catch (error) {
      await client.query("ROLLBACK");
      throw error;
    }
  };
}

import type { CompiledQuery, DatabaseConnection } from "kysely";
import type { Tx } from "./db.ts";
import { PipelinedAdapter } from "./pipelined-adapter.ts";

function pipelined(tx: Tx): boolean {
  return tx.getExecutor().adapter instanceof PipelinedAdapter;
}

/** Runs two statements; if the connection can pipeline, sends the second without waiting for the first's answer. */
export function both<A, B>(
  tx: Tx,
  first: CompiledQuery<A>,
  second: CompiledQuery<B>,
): Promise<[A[], B[]]> {
  return tx.getExecutor().provideConnection(async (connection) => {
    const one = rows(connection, first);
    if (!pipelined(tx)) return [await one, await rows(connection, second)];
    return Promise.all([one, rows(connection, second)]);
  });
}

/**
 * Sends a transaction's last statements so that COMMIT leaves in the same packet. The first error of theirs is in
 * `written`; read it after the transaction, because COMMIT says only that nothing was kept.
 */
export function last(
  tx: Tx,
  statements: CompiledQuery<unknown>[],
): Promise<{ written: Promise<unknown> }> {
  return tx.getExecutor().provideConnection(async (connection) => {
    const sent: Promise<unknown>[] = [];
    for (const statement of statements) {
      const answer = connection.executeQuery(statement);
      sent.push(answer);
      if (!pipelined(tx)) await answer;
    }
    const written = Promise.all(sent);
    written.catch(() => {});
    return { written };
  });
}

async function rows<Row>(
  connection: DatabaseConnection,
  query: CompiledQuery<Row>,
): Promise<Row[]> {
  const { rows } = await connection.executeQuery<Row>(query);
  return rows;
}

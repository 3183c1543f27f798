import { type ClientBase, Pool } from "pg";

/** Time limits for the database, in milliseconds. */
export type DatabaseLimits = {
  /** One statement (`statement_timeout`). */
  statementMs: number;
  /** The wait for a lock that another session holds (`lock_timeout`). */
  lockMs: number;
  /** A transaction in which the client sends nothing (`idle_in_transaction_session_timeout`). */
  idleMs: number;
};

/**
 * For migrations, jobs and commands, where no one waits at a screen. A first start on a large database builds indexes,
 * and the evidence log is sometimes read from its beginning.
 */
export const longLimits: DatabaseLimits = { statementMs: 600_000, lockMs: 60_000, idleMs: 60_000 };

/** For `/readyz`, which must answer within seconds. */
export const watchLimits: DatabaseLimits = { statementMs: 2000, lockMs: 1000, idleMs: 5000 };

type PoolSize = {
  max: number;
  /** The longest wait for a connection, free or new; 10 s unless given. */
  connectMs?: number;
};

/** How long after the server's own limit we wait for a statement's answer. */
const graceMs = 1000;
/** The same for the first statement of a connection. */
const settingMs = 5000;

/**
 * A pool whose connections carry the limits. The server ends a statement that takes too long. If the server itself is
 * silent (a stopped process, a cut network), the pool gives the connection up `graceMs` later and never uses it again.
 * A statement sets the limits, because poolers in between refuse unknown start parameters.
 */
export function openPool(
  url: string,
  { max, connectMs = 10_000 }: PoolSize,
  limits: DatabaseLimits,
): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    pipeline: true,
    connectionTimeoutMillis: connectMs,
    query_timeout: limits.statementMs + graceMs,
    onConnect: (client) => setLimits(client, limits),
  });
  // The pool replaces a connection that the server ends while idle at the next query.
  pool.on("error", () => {});
  // If a connection ends between two statements of a transaction, the next statement fails; the process must not.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

async function setLimits(client: ClientBase, limits: DatabaseLimits): Promise<void> {
  const { statementMs, lockMs, idleMs } = limits;
  const setting = {
    text: `SELECT set_config('statement_timeout', $1, false), set_config('lock_timeout', $2, false),
      set_config('idle_in_transaction_session_timeout', $3, false)`,
    values: [statementMs, lockMs, idleMs].map(String),
    query_timeout: settingMs,
  };
  await client.query(setting);
}

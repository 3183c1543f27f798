import type { PostgresPool, PostgresPoolClient } from "kysely";
import type { Pool, PoolClient } from "pg";

/** Statements beyond these are sent unprepared, so that odd queries never fill a connection's memory. */
const most = 200;

/**
 * A pool whose connections keep each statement prepared under a name of its own: PostgreSQL parses and
 * plans it once for a connection and not once for a call.
 */
export function preparing(pool: Pool): PostgresPool {
  const names = new Map<string, string>();
  return {
    options: pool.options,
    connect: async () => prepared(await pool.connect(), names),
    end: () => pool.end(),
  };
}

const wrapped = new WeakMap<PoolClient, PostgresPoolClient>();

function prepared(client: PoolClient, names: Map<string, string>): PostgresPoolClient {
  const known = wrapped.get(client);
  if (known) return known;
  const query = client.query.bind(client) as PostgresPoolClient["query"];
  const wrapper = Object.assign(Object.create(client), {
    query: (text: string, values: readonly unknown[]) => {
      const name = typeof text === "string" && values?.length > 0 ? nameOf(text, names) : null;
      return name ? client.query({ name, text, values: [...values] }) : query(text, values);
    },
    // With `true` the pool throws the connection away: a transaction on it did not end.
    release: (discard?: boolean) => client.release(discard),
  });
  wrapped.set(client, wrapper);
  return wrapper;
}

function nameOf(text: string, names: Map<string, string>): string | null {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= most) return null;
  const name = `s${names.size + 1}`;
  names.set(text, name);
  return name;
}

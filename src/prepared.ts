import type { Duplex } from "node:stream";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import type { Pool, PoolClient, QueryResult } from "pg";

/** Statements beyond these are sent unprepared, so that odd queries never fill a connection's memory. */
const most = 200;

/**
 * A pool whose connections keep each statement prepared under a name of its own: PostgreSQL parses and
 * plans it once for a connection and not once for a call. Where the pool has `pipeline`, what is sent at
 * one moment leaves in one packet, and BEGIN is not waited for.
 */
export function preparing(pool: Pool): PostgresPool {
  const names = new Map<string, string>();
  const pipelined = pool.options.pipeline === true;
  return {
    options: pool.options,
    connect: async () => prepared(await pool.connect(), names, pipelined),
    end: () => pool.end(),
  };
}

const wrapped = new WeakMap<PoolClient, PostgresPoolClient>();

function prepared(
  client: PoolClient,
  names: Map<string, string>,
  pipelined: boolean,
): PostgresPoolClient {
  const known = wrapped.get(client);
  if (known) return known;
  const plain = (text: string, values: readonly unknown[]) => {
    const name = typeof text === "string" && values?.length > 0 ? nameOf(text, names) : null;
    return client.query({ ...(name && { name }), text, values: [...(values ?? [])] });
  };
  const wrapper = Object.assign(Object.create(client), {
    query: pipelined ? inPackets(client, plain) : plain,
    // With `true` the pool throws the connection away: a transaction on it did not end.
    release: (discard?: boolean) => client.release(discard),
  });
  wrapped.set(client, wrapper);
  return wrapper;
}

type Send = (text: string, values: readonly unknown[]) => Promise<QueryResult>;

const begun = { command: "BEGIN", rowCount: null, rows: [] } as unknown as QueryResult;

/**
 * Holds what is written until the present turn is over, so that it leaves together. A BEGIN is answered at
 * once; should it have failed, the statement behind it fails with its error.
 */
function inPackets(client: PoolClient, send: Send): Send {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  let begin: Promise<QueryResult> | null = null;
  return (text, values) => {
    stream.cork();
    process.nextTick(() => stream.uncork());
    const sent = send(text, values);
    if (text === "begin") {
      begin = sent;
      sent.catch(() => {});
      return Promise.resolve(begun);
    }
    if (!begin) return sent;
    const before = begin;
    begin = null;
    sent.catch(() => {});
    return before.then(() => sent);
  };
}

function nameOf(text: string, names: Map<string, string>): string | null {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= most) return null;
  const name = `s${names.size + 1}`;
  names.set(text, name);
  return name;
}

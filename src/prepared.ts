import type { Duplex } from "node:stream";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import type { Pool, PoolClient, QueryResult } from "pg";
import { type Asker, setAsker, settingsOf } from "#src/asker.ts";
import { type Db, openDb } from "#src/db.ts";

/** Statements beyond these are sent unprepared, so that odd queries never fill a connection's memory. */
const most = 200;

/**
 * The database as each asker: one pool of connections, which serve one asker after the other, with the
 * settings of the one that asks. Each keeps its statements prepared under names of their own: PostgreSQL
 * parses and plans them once for a connection and not once for a call. Where the pool has `pipeline`, what is
 * sent at one moment leaves in one packet, and neither the settings nor BEGIN are waited for.
 */
export function openAskers(pool: Pool, log?: Parameters<typeof openDb>[1]): (asker: Asker) => Db {
  const names = new Map<string, string>();
  const clients = new WeakMap<PoolClient, Connection>();
  const known = new Map<string, Db>();
  const connectAs = async (settings: string[]): Promise<PostgresPoolClient> => {
    const client = await pool.connect();
    const connection = clients.get(client) ?? newConnection(client, names, pool.options.pipeline);
    clients.set(client, connection);
    if (settings.length > 0) await connection.become(settings);
    return connection.client;
  };
  return (asker) => {
    const settings = settingsOf(asker);
    const key = settings.join("\n");
    const found = known.get(key);
    if (found) return found;
    const own: PostgresPool = {
      options: pool.options,
      connect: () => connectAs(settings),
      end: () => pool.end(),
    };
    const db = openDb(own, log);
    known.set(key, db);
    return db;
  };
}

type Connection = {
  client: PostgresPoolClient;
  /** Takes on an asker's settings, where it has others. */
  become(settings: string[]): Promise<void>;
};

type Send = (text: string, values: readonly unknown[]) => Promise<QueryResult>;

function newConnection(
  client: PoolClient,
  names: Map<string, string>,
  pipelined: boolean | undefined,
): Connection {
  const plain: Send = (text, values) => {
    const name = typeof text === "string" && values?.length > 0 ? nameOf(text, names) : null;
    return client.query({ ...(name && { name }), text, values: [...(values ?? [])] });
  };
  const packets = pipelined ? inPackets(client, plain) : null;
  const query = packets?.send ?? plain;
  let now = "";
  return {
    client: Object.assign(Object.create(client), {
      query,
      // With `true` the pool throws the connection away: a transaction on it did not end.
      release: (discard?: boolean) => client.release(discard),
    }),
    become: async (settings) => {
      const wanted = settings.join("\n");
      if (wanted === now) return;
      now = wanted;
      if (packets) packets.sendAhead(setAsker, settings);
      else await plain(setAsker, settings);
    },
  };
}

const begun = { command: "BEGIN", rowCount: null, rows: [] } as unknown as QueryResult;

/**
 * Holds what is written until the present turn is over, so that it leaves together. What is sent ahead is
 * not waited for; should it fail, the statement behind it fails with its error, and so does every later one.
 */
function inPackets(client: PoolClient, plain: Send) {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  let ahead: Promise<unknown> | null = null;
  const write: Send = (text, values) => {
    stream.cork();
    process.nextTick(() => stream.uncork());
    return plain(text, values);
  };
  const sendAhead = (text: string, values: readonly unknown[]) => {
    const sent = write(text, values);
    ahead = ahead ? Promise.all([ahead, sent]) : sent;
    ahead.catch(() => {});
  };
  const send: Send = (text, values) => {
    if (text === "begin") {
      sendAhead(text, values);
      return Promise.resolve(begun);
    }
    const sent = write(text, values);
    if (!ahead) return sent;
    const before = ahead;
    sent.catch(() => {});
    return before.then(() => {
      if (ahead === before) ahead = null;
      return sent;
    });
  };
  return { send, sendAhead };
}

function nameOf(text: string, names: Map<string, string>): string | null {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= most) return null;
  const name = `s${names.size + 1}`;
  names.set(text, name);
  return name;
}

import type { Duplex } from "node:stream";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import type { Pool, PoolClient, QueryResult } from "pg";
import { type Db, openDb } from "./db.ts";
import { type Principal, principalOf, setPrincipal, settingsOf, signedOf } from "./principal.ts";
import { requestSubject, type Turns } from "./turns.ts";

/** After this many, statements are sent unprepared, so that rare queries never fill a connection's memory. */
const maxPreparedStatements = 200;
/** Upper limit of cached principals. Above it the cache is emptied, to bound memory. */
const maxPrincipals = 1000;

const nobody = settingsOf(principalOf(null));

/**
 * The database as each principal: one connection pool, whose connections serve one principal after the other with that
 * principal's settings. Each connection prepares statements under its own names, so PostgreSQL parses and plans them
 * once per connection, not per call. If the pool has `pipeline`, statements sent in one tick share one packet, and
 * neither the settings nor BEGIN cost a round trip. With `turns`, a writer waits for a turn before it takes a
 * connection.
 */
export function openPrincipals(
  pool: Pool,
  options: { log?: Parameters<typeof openDb>[1]; turns?: Turns; sign?: Sign } = {},
): (principal: Principal) => Db {
  const { log, turns, sign = null } = options;
  const own = { names: new Map<string, string>(), sign, pipelined: pool.options.pipeline };
  const clients = new WeakMap<PoolClient, Connection>();
  const known = new Map<string, Db>();
  const connectAs = async (settings: string[]): Promise<PostgresPoolClient> => {
    const client = await pool.connect();
    try {
      const used = clients.get(client);
      const connection = used ?? (await newConnection(client, own));
      clients.set(client, connection);
      // The login has no rights, so a new connection acts as an anonymous principal.
      if (settings.length > 0) await connection.become(settings);
      else if (!used) await connection.become(nobody);
      return connection.client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  };
  return (principal) => {
    const settings = settingsOf(principal);
    const key = settings.join("\n");
    const found = known.get(key);
    if (found) return found;
    const connect = () => connectAs(settings);
    const ofPrincipal: PostgresPool = {
      options: pool.options,
      connect: turns ? async () => whenItIsTheirTurn(connect, turns) : connect,
      end: () => pool.end(),
    };
    const db = openDb(ofPrincipal, log);
    if (known.size >= maxPrincipals) known.clear();
    known.set(key, db);
    return db;
  };
}

/** Takes the connection at the first statement, so that a writer waits for its turn without one. */
function whenItIsTheirTurn(
  connect: () => Promise<PostgresPoolClient>,
  turns: Turns,
): PostgresPoolClient {
  let opened: Promise<{ client: PostgresPoolClient; giveBack(): void }> | null = null;
  const open = async (text: string) => {
    const subject = requestSubject.getStore() ?? "";
    const giveBack = onlyReads(text) ? () => {} : await turns.take(subject);
    try {
      return { client: await connect(), giveBack };
    } catch (error) {
      giveBack();
      throw error;
    }
  };
  const query = async (text: string, values: readonly unknown[]) => {
    opened ??= open(text);
    const { client } = await opened;
    return client.query(text, values);
  };
  const release = (discard?: boolean) => {
    opened?.then(
      ({ client, giveBack }) => {
        client.release(discard);
        giveBack();
      },
      () => {},
    );
  };
  return { query, release } as unknown as PostgresPoolClient;
}

/** Whether a statement outside a transaction only reads. */
function onlyReads(text: string): boolean {
  return /^\s*(?:select|with)\b/i.test(text) && !/\b(?:insert|update|delete)\b/i.test(text);
}

type Connection = {
  client: PostgresPoolClient;
  /** Switches to a principal's settings, unless the connection already has them. */
  become(settings: string[]): Promise<void>;
};

type Send = (text: string, values: readonly unknown[]) => Promise<QueryResult>;

/** Signs the settings that policies trust: HMAC in hex. */
type Sign = (said: string) => string;

type Shared = { names: Map<string, string>; sign: Sign | null; pipelined: boolean | undefined };

async function newConnection(
  client: PoolClient,
  { names, sign, pipelined }: Shared,
): Promise<Connection> {
  let isSpoilt = false;
  const { rows } = sign ? await client.query("SELECT pg_backend_pid() AS pid") : { rows: [] };
  // Random, so that no one can guess the next principal's statement names on this connection and replace them.
  const prefix = crypto.randomUUID();
  const plain: Send = (text, values) => {
    const known = typeof text === "string" && values?.length > 0 ? nameOf(text, names) : null;
    const name = known && { name: `${prefix} ${known}` };
    const sent = client.query({ ...name, text, values: [...(values ?? [])] });
    sent.catch((error) => {
      isSpoilt ||= !isAnswer(error);
    });
    return sent;
  };
  const packets = pipelined ? inPackets(client, plain) : null;
  const query = packets?.send ?? plain;
  let now = "";
  return {
    client: Object.assign(Object.create(client), {
      query,
      // `true` makes the pool discard the connection, because its transaction did not end. We also discard one that
      // gave no answer, and one whose settings failed, which may still act as the previous principal.
      release: (discard?: boolean) => client.release(discard || isSpoilt),
    }),
    become: async (principal) => {
      const wanted = principal.join("\n");
      if (wanted === now) return;
      now = wanted;
      const settings = [...principal, sign?.(signedOf(principal, rows[0].pid)) ?? ""];
      const set = packets
        ? packets.sendAhead(setPrincipal, settings)
        : plain(setPrincipal, settings);
      set.catch(() => {
        isSpoilt = true;
      });
      if (!packets) await set;
    },
  };
}

/** Whether the server answered with an error and still works; otherwise the connection is lost. */
function isAnswer(error: unknown): boolean {
  const { severity } = error as { severity?: string };
  return severity !== undefined && severity !== "FATAL" && severity !== "PANIC";
}

const begun = { command: "BEGIN", rowCount: null, rows: [] } as unknown as QueryResult;

/**
 * Collects everything written in the current tick, so that it leaves in one packet. We do not wait for the settings or
 * BEGIN; if they fail, the statement behind them fails with their error, and so does every later one. Only statements
 * that can be undone are sent this way: those of a transaction, or those that only read. A single write waits, because
 * the server would run it as the previous principal.
 */
function inPackets(client: PoolClient, plain: Send) {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  let ahead: Promise<unknown> | null = null;
  let inTransaction = false;
  const write: Send = (text, values) => {
    stream.cork();
    process.nextTick(() => stream.uncork());
    return plain(text, values);
  };
  const sendAhead: Send = (text, values) => {
    const sent = write(text, values);
    ahead = ahead ? Promise.all([ahead, sent]) : sent;
    ahead.catch(() => {});
    return sent;
  };
  const send: Send = async (text, values) => {
    if (text === "begin") {
      inTransaction = true;
      sendAhead(text, values).catch(() => {});
      return begun;
    }
    const before = ahead;
    if (before && (text === "commit" || (!inTransaction && !onlyReads(text)))) await before;
    if (text === "commit" || text === "rollback") inTransaction = false;
    const sent = write(text, values);
    if (!before) return sent;
    sent.catch(() => {});
    await before;
    if (ahead === before) ahead = null;
    return sent;
  };
  return { send, sendAhead };
}

function nameOf(text: string, names: Map<string, string>): string | null {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= maxPreparedStatements) return null;
  const name = `s${names.size + 1}`;
  names.set(text, name);
  return name;
}

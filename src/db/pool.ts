import type { Duplex } from "node:stream";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import type { Pool, PoolClient, QueryResult } from "pg";
import { type Db, openDb } from "./db.ts";
import { type Principal, principalOf, setPrincipal, settingsOf, signedOf } from "./principal.ts";
import { requestSubject, type Turns } from "./turns.ts";

/** Statements beyond these are sent unprepared, so that odd queries never fill a connection's memory. */
const maxPreparedStatements = 200;
/** Upper limit of cached principals. Above it the cache is emptied, so that many people do not fill the memory. */
const maxPrincipals = 1000;

const nobody = settingsOf(principalOf(null));

/**
 * The database as each principal: one pool of connections, which serve one principal after the other, with the
 * settings of the one that asks. Each keeps its statements prepared under names of their own: PostgreSQL
 * parses and plans them once for a connection and not once for a call. Where the pool has `pipeline`, what is
 * sent at one moment leaves in one packet, and neither the settings nor BEGIN are waited for. With `turns`,
 * whoever writes waits for a turn before taking a connection.
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

/** A connection that is taken with the first statement: one that writes waits for its turn without it. */
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

/** Whether a statement outside a transaction leaves everything as it is. */
function onlyReads(text: string): boolean {
  return /^\s*(?:select|with)\b/i.test(text) && !/\b(?:insert|update|delete)\b/i.test(text);
}

type Connection = {
  client: PostgresPoolClient;
  /** Takes on a principal's settings, where it has others. */
  become(settings: string[]): Promise<void>;
};

type Send = (text: string, values: readonly unknown[]) => Promise<QueryResult>;

/** Signs what policies are to believe: HMAC in hex. */
type Sign = (said: string) => string;

type Shared = { names: Map<string, string>; sign: Sign | null; pipelined: boolean | undefined };

async function newConnection(
  client: PoolClient,
  { names, sign, pipelined }: Shared,
): Promise<Connection> {
  let isSpoilt = false;
  const { rows } = sign ? await client.query("SELECT pg_backend_pid() AS pid") : { rows: [] };
  // Nobody guesses the names that the next principal's statements have on this connection, to put others in their place.
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
      // With `true` the pool throws the connection away: a transaction on it did not end. So it does with one
      // that gave no answer, and with one whose settings failed, which may still act as the principal before.
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

/** Whether the server has answered with an error and goes on; otherwise the connection is lost. */
function isAnswer(error: unknown): boolean {
  const { severity } = error as { severity?: string };
  return severity !== undefined && severity !== "FATAL" && severity !== "PANIC";
}

const begun = { command: "BEGIN", rowCount: null, rows: [] } as unknown as QueryResult;

/**
 * Holds what is written until the present turn is over, so that it leaves together. What is sent ahead is
 * not waited for; should it fail, the statement behind it fails with its error, and so does every later one.
 * Only what can be taken back is sent right behind it: a statement of a transaction, or one that reads. A
 * write of its own waits, because the server would do it as whoever the connection was before.
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

import { sql } from "kysely";
import type { Halt, Part } from "#src/context.ts";
import type { Db } from "#src/db.ts";
import { checkLog, keepFirst, LogFault, type LogSigner } from "#src/evidence/last-checkpoint.ts";
import { beat } from "#src/outbox/beat.ts";

/** Looks again and again whether this process may act. */
export type Watch = {
  /** Why nothing is written now; null if it may be. Asks nobody. */
  halted(): Halt | null;
  /** The parts of `/readyz` that it looks at. */
  parts(): Pick<Part, "part" | "state" | "detail">[];
  /** Looks once, and from then on every two seconds; a second call only waits for the first look. */
  start(): Promise<void>;
  /** Looks once, now. */
  look(): Promise<void>;
  stop(): void;
};

type On = {
  /** A connection that requests cannot take. */
  db: Db;
  log: LogSigner;
  now(): Date;
  /** Tells the operator, one line at a time. */
  say(line: string): void;
};

const lookEveryMs = 2000;
/** What another process has found counts for so long after it last said so. */
const saidSeconds = 15;

/**
 * Watches that the evidence log continues its last checkpoint outside the database. What one process finds stops all:
 * a machine that was away may remember less than another.
 */
export function openWatch({ db, log, now, say }: On): Watch {
  let logFault: LogFault | null = null;
  let started: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let said = "";
  const halted = (): Halt | null => {
    if (logFault?.kind !== "behind") return null;
    return { code: "log-does-not-continue", detail: logFault.message };
  };
  const look = async () => {
    const { rows } = await sql<{ fault: string | null }>`SELECT (SELECT fault FROM heartbeats
      WHERE part = 'log' AND seen_at > clock_timestamp() - make_interval(secs => ${saidSeconds}))
      AS fault`.execute(db);
    const own = await lookAtLog(db, { log, now, say });
    if (own?.kind === "behind") await beat(db, { part: "log", at: now(), fault: own.message });
    const others = rows[0]?.fault;
    logFault = own ?? (others ? new LogFault("behind", others) : null);
    const line = logFault?.message ?? "";
    if (line !== said) say(line || "The evidence log continues its last checkpoint again.");
    said = line;
  };
  const lookAgain = async () => {
    // A database that does not answer is told by its own part.
    await look().catch(() => {});
    timer = setTimeout(lookAgain, lookEveryMs).unref();
  };
  return {
    halted,
    parts: () => [
      {
        part: "log",
        state: logFault ? "failed" : "ready",
        detail: logFault?.message ?? "The evidence log continues its last checkpoint.",
      },
    ],
    look,
    start: () => {
      started ??= lookAgain();
      return started;
    },
    stop: () => clearTimeout(timer),
  };
}

async function lookAtLog(db: Db, { log, now, say }: Omit<On, "db">): Promise<LogFault | null> {
  try {
    const size = await keepFirst(db, { signer: log, at: now() });
    if (size !== null) {
      say(
        `This machine kept no last checkpoint of the evidence log. It begins with the database's, of ${size} entries, and the log says so: compare it with one that others hold.`,
      );
    }
    await db.transaction().execute((tx) => checkLog(tx, log, { holdsLock: false }));
    return null;
  } catch (error) {
    if (error instanceof LogFault) return error;
    throw error;
  }
}

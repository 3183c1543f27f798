import { sql } from "kysely";
import type { Halt, Part } from "#src/context.ts";
import type { Db } from "#src/db/db.ts";
import { checkLog, keepFirst, LogFault, type LogSigner } from "#src/evidence/last-checkpoint.ts";
import { noOutages, noting, type Outages } from "#src/observe/outages.ts";
import { beat } from "#src/outbox/beat.ts";
import { clockApart, clockFault } from "./clock-apart.ts";

/** Checks repeatedly whether this process may act. */
export type Watch = {
  /** Why nothing may be written now; null if it may. Does no I/O. */
  halted(): Halt | null;
  /** The parts of `/readyz` that it checks. */
  parts(): Pick<Part, "part" | "state" | "detail">[];
  /** Checks once, then every two seconds; a second call only waits for the first check. */
  start(): Promise<void>;
  /** Checks once, now. */
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
  /** Receives outages of the database, and of an unreadable checkpoint file. */
  outages?: Outages;
};

const pollIntervalMs = 2000;
/** How long another process's finding counts after its last report. */
const saidSeconds = 15;

/**
 * Watches that the clock agrees with the database's, the common reference of all processes, and that the evidence log
 * continues its last checkpoint outside the database. One process's finding stops all processes: a machine that was
 * away may know an older checkpoint than another.
 */
export function openWatch({ db, log, now, say, outages = noOutages }: On): Watch {
  let clock: string | null = null;
  let logFault: LogFault | null = null;
  let started: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  const said = { clock: false, log: "" };
  const halted = (): Halt | null => {
    if (clock) return { code: "clocks-differ", detail: clock };
    if (logFault?.kind !== "behind") return null;
    return { code: "log-does-not-continue", detail: logFault.message };
  };
  /** The database's time, and another process's finding about the log. */
  const compareClocks = async () => {
    const sent = now();
    const { rows } = await sql<{ at: Date; fault: string | null }>`SELECT clock_timestamp() AS at,
      (SELECT fault FROM heartbeats WHERE part = 'log'
        AND seen_at > clock_timestamp() - make_interval(secs => ${saidSeconds})) AS fault`.execute(
      db,
    );
    const told = rows[0] ?? { at: sent, fault: null };
    clock = clockFault(clockApart({ sent, received: now() }, told.at));
    if ((clock !== null) !== said.clock) {
      say(clock ?? "The clock of this process agrees with the database's again.");
    }
    said.clock = clock !== null;
    return told;
  };
  const look = async () => {
    const { at, fault } = await compareClocks();
    const own = await lookAtLog(db, { log, at, say });
    if (own?.kind === "behind") await beat(db, { part: "log", at, fault: own.message });
    logFault = own ?? (fault ? new LogFault("behind", fault) : null);
    const line = logFault?.message ?? "";
    if (line !== said.log) say(line || "The evidence log continues its last checkpoint again.");
    said.log = line;
  };
  const ofFile = (error: unknown) => "path" in (error as object);
  const lookAtFile = noting(outages, "checkpoint", look, ofFile);
  const lookAtBoth = noting(outages, "database", lookAtFile, (error) => !ofFile(error));
  const lookAgain = async () => {
    // A failed check is reported as an outage and repeated.
    await lookAtBoth().catch(() => {});
    timer = setTimeout(lookAgain, pollIntervalMs).unref();
  };
  return {
    halted,
    parts: () => [
      {
        part: "clock",
        state: clock ? "failed" : "ready",
        detail: clock ?? "The clock of this process agrees with the database's.",
      },
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

type Looking = Pick<On, "log" | "say"> & { at: Date };

async function lookAtLog(db: Db, { log, at, say }: Looking): Promise<LogFault | null> {
  try {
    const size = await keepFirst(db, { signer: log, at });
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

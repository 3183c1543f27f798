import { Refusal } from "#src/errors.ts";

/** Another session held what this request needed: a lock (55P03), or each waited for the other (40P01, 40001). */
const taken = /^(?:55P03|40P01|40001)$/;

/**
 * Connection errors of the driver, and PostgreSQL's codes for what passes: the classes 08, 53 and 57 (no
 * connection, no room, ended by a limit or an operator), a transaction that was idle for too long (25P03), a
 * server that only reads after a failover (25006), an input or output error (58030), and 58000, with which
 * Hyperdrive says that it has no connection to give.
 */
const away = /^(?:08|53|57)|^(?:25P03|25006|58030|58000)$/;
const awayInNetwork =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
const awayInWords =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|connection attempt failed|Network connection lost|is not queryable/;

/** The refusal that a fault of the database amounts to if it passes with time; null for any other fault. */
export function databaseRefusal(error: Error): Refusal | null {
  const code = "code" in error ? String(error.code) : "";
  if (taken.test(code)) {
    return refuse("busy", "Others are changing this record. Nothing was changed; try again.");
  }
  if (code === "57014" || /Query read timeout/.test(error.message)) {
    return refuse("unavailable", "The database took too long to answer. Try again.");
  }
  if (away.test(code) || awayInNetwork.test(code) || awayInWords.test(error.message)) {
    return refuse("unavailable", "The database does not answer. Try again.");
  }
  return null;
}

function refuse(code: "busy" | "unavailable", detail: string): Refusal {
  return new Refusal(code, detail, { retryAfter: 2 });
}

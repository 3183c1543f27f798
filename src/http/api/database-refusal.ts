import { Refusal } from "#src/errors.ts";

/**
 * Another session held what this request needed: a lock (55P03), or a deadlock or serialization failure (40P01, 40001).
 */
const taken = /^(?:55P03|40P01|40001)$/;

/**
 * The driver's connection errors, and PostgreSQL's codes for transient failures. Classes 08, 53 and 57: no connection,
 * no resources, ended by a limit or an operator. 25P03: idle in a transaction for too long. 25006: read-only after a
 * failover. 58030: an input or output error. 58000: Hyperdrive has no connection available.
 */
const away = /^(?:08|53|57)|^(?:25P03|25006|58030|58000)$/;
const awayInNetwork =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
const awayInWords =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|connection attempt failed|Network connection lost|is not queryable/;

/** The refusal for a transient database error; null for any other error. */
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

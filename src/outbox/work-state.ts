import { sql } from "kysely";

/** The state of the outbox and the job runner's last heartbeat; times as RFC 3339. */
export type WorkRow = {
  seen: string | null;
  fault: string | null;
  /** When the oldest job that no runner has taken was ordered. */
  waitingSince: string | null;
  failing: number;
  failingSince: string | null;
  dead: number;
};

/** A job that failed for good no longer counts once a later one of its kind has done the work. */
export const workQuery = sql`SELECT
  (SELECT to_json(seen_at) #>> '{}' FROM heartbeats WHERE part = 'jobs') AS seen,
  (SELECT fault FROM heartbeats WHERE part = 'jobs') AS fault,
  (SELECT to_json(min(created_at)) #>> '{}' FROM outbox WHERE sent_at IS NULL) AS "waitingSince",
  (SELECT count(*)::int FROM outbox
    WHERE finished_at IS NULL AND failed_at IS NULL AND failing_since IS NOT NULL) AS failing,
  (SELECT to_json(min(failing_since)) #>> '{}' FROM outbox
    WHERE finished_at IS NULL AND failed_at IS NULL AND failing_since IS NOT NULL) AS "failingSince",
  (SELECT count(*)::int FROM outbox o WHERE failed_at IS NOT NULL AND finished_at IS NULL
    AND NOT EXISTS (SELECT FROM outbox later WHERE later.agreement = o.agreement
      AND later.effect = o.effect AND later.id > o.id AND later.finished_at IS NOT NULL)) AS dead`;

/** A runner reports every few seconds; one that has been silent for this long counts as stopped. */
const silentMs = 60_000;
/** How long jobs may fail before we report it: a mail server may ask us to wait. */
const failingMs = 600_000;

type State = { state: "ready" | "degraded"; detail: string };

/** The state of the queue in one sentence, with the most serious problem first. */
export function queueState(row: WorkRow | undefined, now: Date): State {
  const age = (time: string | null | undefined) =>
    time ? now.getTime() - new Date(time).getTime() : 0;
  const degraded = (detail: string): State => ({ state: "degraded", detail });
  if (!row?.seen) return degraded("No job runner has reported yet: letters and seals wait.");
  if (age(row.seen) > silentMs) {
    return degraded(`No job runner has reported since ${row.seen}: letters and seals wait.`);
  }
  if (row.fault) return degraded(row.fault);
  if (age(row.waitingSince) > silentMs) {
    return degraded(`Jobs have been waiting to be taken since ${row.waitingSince}.`);
  }
  if (row.dead > 0) {
    return degraded(
      `${row.dead} jobs have failed for good: see GET /api/v1/jobs?state=failed and run them again.`,
    );
  }
  if (age(row.failingSince) > failingMs) {
    return degraded(
      `${row.failing} jobs fail and are tried again, the oldest since ${row.failingSince}.`,
    );
  }
  return { state: "ready", detail: "Jobs are taken and done." };
}

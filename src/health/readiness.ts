import { statfs } from "node:fs/promises";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import type { ObjectStore } from "#src/archive/objects.ts";
import type { Config } from "#src/config/config.ts";
import type { Part, Readiness } from "#src/context.ts";
import type { Db } from "#src/db/db.ts";
import type { Mail } from "#src/mail/mail.ts";
import { queueState, type WorkRow, workQuery } from "#src/outbox/work-state.ts";
import type { Watch } from "./watch.ts";

type Found = Pick<Part, "state" | "detail">;

/** How long an answer is cached, and how long one check may take, in milliseconds. */
const keptMs = 5000;
const checkMs = 3000;
/** We do not run the timestamp authority, so we call it at most this often. */
const authorityKeptMs = 60_000;

type On = {
  config: Pick<Config, "dataDir" | "objectsUrl" | "timestamps" | "smtpUrl">;
  /** Connections that requests cannot take. */
  db: Db;
  objects: ObjectStore;
  mail: Pick<Mail, "check">;
  /** Whether this process may act. */
  watching?: Pick<Watch, "parts">;
  now(): Date;
};

/**
 * The answer of `/readyz`: each part with its state, a sentence without addresses or secrets, and since when this
 * process has seen that state. Each check runs at most once in five seconds, however many requests come.
 */
export function openReadiness({ config, db, objects, mail, watching, now }: On): Readiness {
  const { timestamps } = config;
  const since = new Map<string, { state: Part["state"]; at: string }>();
  const authority = kept(authorityKeptMs, now, async (): Promise<Found> => {
    const isThere = timestamps ? await answers(new URL(timestamps.url)) : true;
    if (isThere) return ready("The timestamp authority answers.");
    return degraded("The timestamp authority does not answer: seals wait until it does.");
  });
  const watched = (watching?.parts() ?? []).map(({ part }) => part);
  const ofWatch = (part: Part["part"]) => async (): Promise<Found> =>
    watching?.parts().find((one) => one.part === part) ?? degraded("Nobody looks at it.");
  const checks: Record<Part["part"], (() => Promise<Found>) | null> = {
    database: () =>
      check(sql`SELECT FROM agreements LIMIT 1`.execute(db), {
        ready: "The database answers.",
        failed: "The database does not answer: requests fail.",
      }),
    queue: async () => {
      const { rows } = await sql<WorkRow>`${workQuery}`.execute(db);
      return queueState(rows[0], now());
    },
    mail: () =>
      check(mail.check(), {
        ready: config.smtpUrl
          ? "The mail server takes letters."
          : "Letters go to the folder of letters.",
        degraded: "Letters cannot be sent: they wait, and are sent when they can be.",
      }),
    store: () =>
      check(objects.check(), {
        ready: "Files can be stored.",
        failed: "Files cannot be stored or read: uploads, downloads and seals wait.",
      }),
    disk: async () => room(await Promise.all(foldersOf(config).map((folder) => statfs(folder)))),
    timestamps: timestamps ? authority : null,
    clock: watched.includes("clock") ? ofWatch("clock") : null,
    log: watched.includes("log") ? ofWatch("log") : null,
  };
  const look = async (): Promise<Part[]> => {
    const parts = Object.entries(checks).flatMap(([part, run]) => (run ? [{ part, run }] : []));
    return Promise.all(
      parts.map(async ({ part, run }) => {
        const found = await within(checkMs, run()).catch(
          (): Found => degraded(`The state of the ${part} cannot be seen now.`),
        );
        const before = since.get(part);
        const at = before?.state === found.state ? before.at : now().toISOString();
        since.set(part, { state: found.state, at });
        return { part: part as Part["part"], ...found, since: at };
      }),
    );
  };
  return { check: kept(keptMs, now, look) };
}

const ready = (detail: string): Found => ({ state: "ready", detail });
const degraded = (detail: string): Found => ({ state: "degraded", detail });

type Said = { ready: string } & ({ degraded: string } | { failed: string });

function check(done: Promise<unknown>, said: Said): Promise<Found> {
  return within(checkMs, done).then(
    () => ready(said.ready),
    (): Found =>
      "failed" in said ? { state: "failed", detail: said.failed } : degraded(said.degraded),
  );
}

/** The disk of the data folder, and of the objects if they are stored elsewhere. */
function foldersOf({ dataDir, objectsUrl }: On["config"]): string[] {
  return objectsUrl?.startsWith("file:") ? [dataDir, fileURLToPath(objectsUrl)] : [dataDir];
}

const mebibyte = 1024 ** 2;

function room(disks: { bavail: number; bsize: number }[]): Found {
  const free = Math.min(...disks.map(({ bavail, bsize }) => (bavail * bsize) / mebibyte));
  const left = `${Math.floor(free)} MiB are free where files are kept.`;
  if (free < 100) return { state: "failed", detail: `The disk is full: ${left}` };
  return free < 1024 ? degraded(`The disk is nearly full: ${left}`) : ready(left);
}

/** Whether the address accepts a connection; sends nothing. */
function answers({ protocol, hostname, port }: URL): Promise<boolean> {
  const to = Number(port || (protocol === "https:" ? 443 : 80));
  return new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ""), port: to, timeout: checkMs });
    const end = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once("connect", () => end(true));
    socket.once("timeout", () => end(false));
    socket.once("error", () => end(false));
  });
}

/** Asks at most once in this many milliseconds; concurrent callers share the answer. */
function kept<Answer>(
  milliseconds: number,
  now: () => Date,
  ask: () => Promise<Answer>,
): () => Promise<Answer> {
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<Answer> | null = null;
  return () => {
    const at = now().getTime();
    if (answer && at - asked < milliseconds && at >= asked) return answer;
    asked = at;
    answer = ask();
    return answer;
  };
}

function within<Answer>(milliseconds: number, done: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("No answer in time.")), milliseconds);
  });
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}

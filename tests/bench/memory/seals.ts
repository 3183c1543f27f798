import { readFileSync } from "node:fs";
import { join } from "node:path";
import { demoAgreement } from "#src/cli/demo-agreement.ts";
import { gather, type Table, tableOf } from "#src/cli/demo-agreements/table.ts";
import { demoPlayers } from "#src/cli/demo-players.ts";
import { startService as startHere } from "#src/cli/start.ts";
import { readConfig } from "#src/config/config.ts";
import { servingLogin } from "#src/embedded/logins.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { forgetPeak, residentOf } from "./resident.ts";
import { startService } from "./start-service.ts";

export type Sealing = { ready: number; typesetting: number; sealing: number; seconds: number };

/**
 * Brings agreements up to their last signature, signs them all at once, and waits until the jobs' process has sealed
 * them. Returns that process's memory in megabytes: when it was ready, and its peaks while it typeset and sealed.
 */
export async function sealAtOnce(count: number): Promise<Sealing> {
  const folder = freshFolder();
  const dataDir = join(folder.path, "data");
  const { url, foundation, ask, close } = await startHere(
    readConfig({ DATA_DIR: dataDir, PORT: "0" }),
    { api: true, jobs: false },
  );
  const jobs = startService(["start", "--only", "jobs"], {
    DATA_DIR: join(folder.path, "jobs"),
    DATABASE_URL: servingUrlOf(foundation.queueUrl ?? "", dataDir),
    DATABASE_QUEUE_URL: foundation.queueUrl ?? "",
    OBJECTS_URL: `file://${join(dataDir, "objects")}`,
    DEMONSTRATION_SEAL: "allowed",
    PUBLIC_URL: url,
  });
  try {
    await jobs.waitFor(/jobs are running/);
    const ready = residentOf(jobs.pid).now;
    const { demonstration } = foundation;
    if (!demonstration?.isOpen || !ask) throw new Error("The demonstration is closed.");
    const players = demoPlayers(foundation.db, demonstration.keys, () => new Date());
    const people = await gather(ask, players, new AbortController().signal);
    const waiting: { table: Table; id: string }[] = [];
    for (let nth = 0; nth < count; nth++) {
      const table = tableOf(`seal-${nth}`, people);
      waiting.push({ table, id: await upToLastSignature(table) });
    }
    const typesetting = residentOf(jobs.pid).peak;
    forgetPeak(jobs.pid);
    const began = performance.now();
    // One person may confirm ten acts at a time.
    await eachOf(waiting, 8, ({ table, id }) => table.sign(id, "HUB", false));
    for (const { table, id } of waiting) await table.until(id, ({ stage }) => stage === "publish");
    const seconds = (performance.now() - began) / 1000;
    return { ready, typesetting, sealing: residentOf(jobs.pid).peak, seconds };
  } finally {
    await jobs.stop();
    await close();
    folder.remove();
  }
}

async function eachOf<T>(all: T[], atOnce: number, run: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let one = left.shift(); one; one = left.shift()) await run(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function upToLastSignature(table: Table): Promise<string> {
  const parties = demoAgreement.parties.map(({ code }) => code);
  const id = await table.draft(demoAgreement);
  await table.designate(id, parties);
  await table.act(table.drafter, id, "submissions");
  await table.approve(id, parties);
  await table.certify(id, demoAgreement.languages);
  await table.authenticate(id);
  await table.open(id);
  for (const party of ["KZ", "AE"]) await table.sign(id, party, false);
  return id;
}

/** The bundled database keeps its logins' passwords in `postgres.json`. */
function servingUrlOf(queueUrl: string, dataDir: string): string {
  const { logins } = JSON.parse(readFileSync(join(dataDir, "postgres.json"), "utf8"));
  const url = new URL(queueUrl);
  url.username = servingLogin;
  url.password = logins.serving;
  return url.href;
}

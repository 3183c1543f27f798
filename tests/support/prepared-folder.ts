import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { inject } from "vitest";
import { freshFolder } from "./folder.ts";
import { startProcess } from "./processes.ts";

export const cli = join(import.meta.dirname, "../../src/cli.ts");

let prepared: Promise<string> | null = null;

/**
 * A copy of a data folder on which the service has started once and stopped: its database, the demo people and their keys,
 * the seal. For tests of a start that need not be the first; a first start takes three times as long.
 */
export async function preparedFolder(): Promise<{ dataDir: string; remove(): void }> {
  prepared ??= prepare();
  const folder = freshFolder();
  const dataDir = join(folder.path, "data");
  // With its owners: PostgreSQL's files belong to PostgreSQL's account.
  await promisify(execFile)("cp", ["-a", await prepared, dataDir]);
  return { dataDir, remove: folder.remove };
}

/** Made once by each worker of the run, and removed with the run. */
async function prepare(): Promise<string> {
  const dataDir = join(inject("office").folder, `prepared-${process.pid}`);
  const service = startProcess(cli, ["start"], { DATA_DIR: dataDir, PORT: "0" });
  await service.waitFor(/Depositary is ready/);
  await service.kill("SIGINT");
  return dataDir;
}

import { spawnSync } from "node:child_process";
import { chownSync, mkdirSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { accountFor } from "#src/embedded/account.ts";
import { freshFolder } from "./folder.ts";

const versions = "/usr/lib/postgresql";
const [oldest = "15"] = readdirSync(versions).sort();

/** Debian's PostgreSQL (15 in Debian 12), as an administrator has it; the bundled 18 comes without pg_dump. */
export const debianPrograms = join(versions, oldest, "bin");

/** A server of its own of Debian's PostgreSQL on a free port; its administrator is `postgres`, without a password. */
export async function startDebianPostgres() {
  const folder = freshFolder();
  const home = join(folder.path, "cluster");
  mkdirSync(home, { mode: 0o700 });
  const account = accountFor(home);
  if (account) chownSync(home, account.uid, account.gid);
  const port = await freePort();
  const run = (program: string, ...args: string[]) => {
    const done = spawnSync(join(debianPrograms, program), args, {
      cwd: "/",
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    if (done.status !== 0) throw new Error(`${program}: ${done.stderr}`);
  };
  const data = join(home, "data");
  run(
    "initdb",
    "--pgdata",
    data,
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
  );
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${home} -c fsync=off`;
  run(
    "pg_ctl",
    "start",
    "--wait",
    "--pgdata",
    data,
    "--log",
    join(home, "log"),
    "--options",
    options,
  );
  return {
    port,
    urlOf: (user: string, database: string) => `postgres://${user}@127.0.0.1:${port}/${database}`,
    stop: () => {
      run("pg_ctl", "stop", "--wait", "--mode=immediate", "--pgdata", data);
      folder.remove();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

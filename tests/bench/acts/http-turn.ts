import { execFile } from "node:child_process";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { serve } from "@hono/node-server";
import { createApp } from "#src/http/app.ts";
import { enter } from "#tests/support/office-client.ts";
import type { Task } from "./http-client.ts";
import type { Bench } from "./open-bench.ts";
import type { Turn } from "./turns.ts";

const client = join(import.meta.dirname, "http-client.ts");

/** The same act over HTTP: the API listens in this process, and a client in another one acts in an officer's session. */
export async function openHttp(bench: Bench): Promise<{
  turn(turn: Turn): Promise<number>;
  close(): void;
}> {
  const app = createApp(() => bench.ctx);
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  const demo = { key: "", person: bench.officer.id, name: "", role: "legal-officer", party: null };
  const { cookie } = await enter(bench.db, demo);
  const task = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cookie,
    signatory: bench.signatory.id,
  };
  return {
    turn: async ({ seconds, clients }) => {
      const rows = await bench.db
        .selectFrom("agreements")
        .select("version")
        .orderBy("id")
        .execute();
      const versions = rows.map(({ version }) => version);
      const given: Task = { ...task, versions, seconds, clients };
      const words = [client, JSON.stringify(given)];
      const { stdout } = await promisify(execFile)(process.execPath, words);
      return Number(stdout) / seconds;
    },
    close: () => server.close(),
  };
}

import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { designate } from "#src/agreements/authority/designate.ts";
import { findAgreement } from "#src/agreements/find.ts";
import type { Bench, Statement } from "./open-bench.ts";

export type Turn = { seconds: number; clients: number };

/** One act: the row locked, the facts read, the act's row, the evidence and the key written. */
export async function oneAct(bench: Bench, n: number, own: string = randomUUID()): Promise<void> {
  const { ctx, officer, signatory } = bench;
  const key = { person: officer.id, route: "bench", key: own, fingerprint: "bench" };
  await designate(
    ctx,
    { agreement: bench.idOf(n), person: officer, version: "any", request: key },
    { party: "KZ", signatory: signatory.id },
  );
}

/** Acts a second through the gate, on agreements drawn at random. */
export function ourTurn(bench: Bench, turn: Turn): Promise<number> {
  return turnOf((n) => oneAct(bench, n), bench.agreements, turn);
}

/** Acts a second by so many clients at once, each on agreements drawn at random. */
export async function turnOf(
  act: (n: number) => Promise<void>,
  agreements: number,
  { seconds, clients }: Turn,
): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        await act(1 + Math.floor(Math.random() * agreements));
        done++;
      }
    }),
  );
  return done / seconds;
}

/** The statements of one act as the gate sends them, and which of their values belong to that act alone. */
export type Recorded = {
  statements: Statement[];
  agreement: string;
  /** Before the act. */
  version: number;
  key: string;
  idOf(n: number): string;
};

export async function recordAct(bench: Bench): Promise<Recorded> {
  const n = 42;
  // A version that no other number of the statements is, so that it is not taken for one.
  for (let earlier = 0; earlier < 40; earlier++) await oneAct(bench, n);
  const before = await findAgreement(bench.ctx.db, bench.idOf(n), bench.officer);
  const statements: Statement[] = [];
  const key = randomUUID();
  bench.watch = (statement) => statements.push(statement);
  await oneAct(bench, n, key);
  bench.watch = null;
  bench.statements = statements.length;
  const { idOf } = bench;
  return { statements, agreement: idOf(n), version: before.version, key, idOf };
}

/** Writes a recorded act as a script for pgbench, which draws agreements at random; its path. */
export async function writeScript(
  { statements, agreement, version, key }: Recorded,
  agreements: number,
  folder: string,
): Promise<string> {
  const known = new Map<unknown, string>([
    [agreement, "('00000000-0000-4000-8000-' || lpad(:n::text, 12, '0'))::uuid"],
    [version + 1, "(:a_version + 1)"],
    [key, ":key::text"],
  ]);
  const lines = statements.map(({ sql, parameters }) => {
    const text = sql
      .replaceAll(/\s+/g, " ")
      .replaceAll(/\$(\d+)/g, (_, at) => write(parameters[Number(at) - 1], known));
    return / for update/i.test(text) ? `${text} \\gset a_` : `${text};`;
  });
  const file = join(folder, "act.sql");
  const head = `\\set n random(1, ${agreements})\n\\set key random(1, 1000000000000000)\n`;
  await writeFile(file, `${head}${lines.join("\n")}\n`);
  return file;
}

function write(value: unknown, known: Map<unknown, string>): string {
  const variable = known.get(value);
  if (variable) return variable;
  if (value === null) return "NULL";
  if (typeof value === "number") return String(value);
  if (value instanceof Date) return `'${value.toISOString()}'`;
  return `'${String(value).replaceAll("'", "''")}'`;
}

/** Transactions a second of pgbench with the same script, prepared. */
export async function pgbenchTurn(url: string, script: string, turn: Turn): Promise<number> {
  const printed = await pgbench(url, script, turn);
  const rate = printed.match(/tps = ([\d.]+) \(without/);
  if (!rate) throw new Error(`pgbench said nothing of its rate:\n${printed}`);
  return Number(rate[1]);
}

/** How many milliseconds each transaction of pgbench took, from when it was due at this rate. */
export async function pgbenchWaits(
  url: string,
  script: string,
  { rate, ...turn }: Turn & { rate: number },
): Promise<number[]> {
  const folder = dirname(script);
  const prefix = join(folder, "waits");
  await pgbench(url, script, turn, ["-R", String(rate), "-l", "--log-prefix", prefix]);
  const logs = readdirSync(folder).filter((name) => name.startsWith("waits."));
  return logs.flatMap((name) =>
    // The third column is the latency in microseconds, the wait for its turn included.
    readFileSync(join(folder, name), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => Number(line.split(" ")[2]) / 1000),
  );
}

async function pgbench(url: string, script: string, turn: Turn, more: string[] = []) {
  const { hostname, port, username, password, pathname } = new URL(url);
  const { stdout } = await promisify(execFile)(
    "pgbench",
    [
      ...["-n", "-M", "prepared", "-f", script, "-T", String(turn.seconds), ...more],
      ...["-c", String(turn.clients), "-j", "2"],
      ...["-h", hostname, "-p", port, "-U", decodeURIComponent(username), pathname.slice(1)],
    ],
    { env: { ...process.env, PGPASSWORD: decodeURIComponent(password) } },
  );
  return stdout;
}

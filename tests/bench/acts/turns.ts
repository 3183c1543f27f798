import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { designate } from "#src/agreements/authority/designate.ts";
import { findAgreement } from "#src/agreements/find.ts";
import type { Bench, Statement } from "./open-bench.ts";

type Turn = { seconds: number; clients: number };

/** One act: the row locked, the facts read, the act's row, the evidence and the key written. */
async function oneAct(bench: Bench, n: number): Promise<void> {
  const { ctx, officer, signatory } = bench;
  const key = { person: officer.id, route: "bench", key: randomUUID(), fingerprint: "bench" };
  await designate(
    ctx,
    { agreement: bench.idOf(n), person: officer, version: "any", request: key },
    { party: "KZ", signatory: signatory.id },
  );
}

/** Acts a second through the gate, on agreements drawn at random. */
export async function ourTurn(bench: Bench, { seconds, clients }: Turn): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        await oneAct(bench, 1 + Math.floor(Math.random() * bench.agreements));
        done++;
      }
    }),
  );
  return done / seconds;
}

/** Writes one act's statements, as the gate sends them, as a script for pgbench; its path. */
export async function record(bench: Bench, folder: string): Promise<string> {
  const n = 42;
  // A version that no other number of the statements is, so that it is not taken for one.
  for (let earlier = 0; earlier < 40; earlier++) await oneAct(bench, n);
  const before = await findAgreement(bench.ctx.db, bench.idOf(n), bench.officer);
  const statements: Statement[] = [];
  bench.watch = (statement) => statements.push(statement);
  await oneAct(bench, n);
  bench.watch = null;
  bench.statements = statements.length;
  const known = new Map<unknown, string>([
    [bench.idOf(n), "('00000000-0000-4000-8000-' || lpad(:n::text, 12, '0'))::uuid"],
    [before.version + 1, "(:a_version + 1)"],
  ]);
  const lines = statements.map(({ sql, parameters }) => {
    const key = sql.includes("idempotency_keys");
    const text = sql
      .replaceAll(/\s+/g, " ")
      .replaceAll(/\$(\d+)/g, (_, at) => write(parameters[Number(at) - 1], known, key));
    return / for update/i.test(text) ? `${text} \\gset a_` : `${text};`;
  });
  const file = join(folder, "act.sql");
  const head = `\\set n random(1, ${bench.agreements})\n\\set key random(1, 1000000000000000)\n`;
  await writeFile(file, `${head}${lines.join("\n")}\n`);
  return file;
}

function write(value: unknown, known: Map<unknown, string>, isKey: boolean): string {
  const variable = known.get(value);
  if (variable) return variable;
  if (value === null) return "NULL";
  if (typeof value === "number") return String(value);
  if (value instanceof Date) return `'${value.toISOString()}'`;
  const text = String(value).replaceAll("'", "''");
  // A key is used once; the gate's was random too.
  if (isKey && /^[0-9a-f-]{36}$/.test(text) && !text.startsWith("00000000")) {
    return keyOrPerson(text);
  }
  return `'${text}'`;
}

const persons = new Set<string>();

/** The first uuid in a key's statement is the person, who stays; the other is the key. */
function keyOrPerson(uuid: string): string {
  if (persons.size === 0 || persons.has(uuid)) {
    persons.add(uuid);
    return `'${uuid}'`;
  }
  return ":key::text";
}

/** Transactions a second of pgbench with the same script, prepared. */
export async function pgbenchTurn(url: string, script: string, turn: Turn): Promise<number> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const { stdout } = await promisify(execFile)(
    "pgbench",
    [
      ...["-n", "-M", "prepared", "-f", script, "-T", String(turn.seconds)],
      ...["-c", String(turn.clients), "-j", "2"],
      ...["-h", hostname, "-p", port, "-U", decodeURIComponent(username), pathname.slice(1)],
    ],
    { env: { ...process.env, PGPASSWORD: decodeURIComponent(password) } },
  );
  const rate = stdout.match(/tps = ([\d.]+) \(without/);
  if (!rate) throw new Error(`pgbench said nothing of its rate:\n${stdout}`);
  return Number(rate[1]);
}

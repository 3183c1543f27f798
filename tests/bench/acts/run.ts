/**
 * Acts per second through the gate against pgbench sending the same SQL, in rounds that turn, on one
 * durable PostgreSQL. `TURN_SECONDS` is the length of a turn, `ROUNDS` their number, `CLIENTS` how many at once.
 */
import { join } from "node:path";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { openBench } from "./open-bench.ts";
import { ourTurn, pgbenchTurn, record } from "./turns.ts";

const seconds = Number(process.env.TURN_SECONDS ?? 5);
const rounds = Number(process.env.ROUNDS ?? 3);
const clients = Number(process.env.CLIENTS ?? 16);

const folder = freshFolder();
const postgres = await startEmbeddedPostgres({ dataDir: join(folder.path, "data") });
const bench = await openBench(postgres.url, { clients, agreements: 1000 });
const script = await record(bench, folder.path);

await ourTurn(bench, { seconds: 2, clients });
const results: { ours: number; pgbench: number }[] = [];
for (let round = 0; round < rounds; round++) {
  const turns = {
    ours: () => ourTurn(bench, { seconds, clients }),
    pgbench: () => pgbenchTurn(postgres.url, script, { seconds, clients }),
  };
  const order = round % 2 === 0 ? (["ours", "pgbench"] as const) : (["pgbench", "ours"] as const);
  const result = { ours: 0, pgbench: 0 };
  for (const name of order) result[name] = await turns[name]();
  results.push(result);
}

console.log(
  `Acts a second, ${clients} clients, ${seconds} s a turn, ${bench.statements} statements an act:`,
);
console.table(
  results.map(({ ours, pgbench }, index) => ({
    round: index + 1,
    "through the gate": Math.round(ours),
    pgbench: Math.round(pgbench),
    ratio: Number((ours / pgbench).toFixed(2)),
  })),
);

await bench.close();
await postgres.stop();
folder.remove();

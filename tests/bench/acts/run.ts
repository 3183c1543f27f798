/**
 * Acts per second through the gate against pgbench sending the same SQL, in rounds that turn, on one
 * durable PostgreSQL. `TURN_SECONDS` is the length of a turn, `ROUNDS` their number, `CLIENTS` how many at once.
 * The gate is measured twice, without and with lines and figures. With `EVENTS` the evidence is then made that long, and the turns are taken again.
 */
import { join } from "node:path";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { observed } from "../observed.ts";
import { openReport } from "../report.ts";
import { openBench } from "./open-bench.ts";
import { ourTurn, pgbenchTurn, record } from "./turns.ts";

const report = openReport();
const seconds = Number(process.env.TURN_SECONDS ?? 5);
const rounds = Number(process.env.ROUNDS ?? 3);
const clients = Number(process.env.CLIENTS ?? 16);

const folder = freshFolder();
const postgres = await startEmbeddedPostgres({ dataDir: join(folder.path, "data") });
const bench = await openBench(postgres, { clients, agreements: 1000 });
const script = await record(bench, folder.path);

await ourTurn(bench, { seconds: 2, clients });
await turns("Acts a second");
const events = Number(process.env.EVENTS ?? 0);
if (events > 0) {
  await bench.age(Math.ceil(events / bench.agreements));
  await turns(`With ${events} entries of evidence`);
}

await bench.close();
await postgres.stop();
folder.remove();
report.close();

async function turns(title: string): Promise<void> {
  const results: { ours: number; observed: number; pgbench: number }[] = [];
  const told = { ...bench, ctx: observed(bench.ctx, folder.path) };
  for (let round = 0; round < rounds; round++) {
    const turn = {
      ours: () => ourTurn(bench, { seconds, clients }),
      observed: () => ourTurn(told, { seconds, clients }),
      pgbench: () => pgbenchTurn(postgres.ownerUrl, script, { seconds, clients }),
    };
    const names = ["ours", "pgbench", "observed"] as const;
    const order = round % 2 === 0 ? names : names.toReversed();
    const result = { ours: 0, observed: 0, pgbench: 0 };
    for (const name of order) result[name] = await turn[name]();
    results.push(result);
  }

  const of = (name: keyof (typeof results)[number]) => results.map((result) => result[name]);
  report.table(
    `${title}, ${clients} clients, ${seconds} s a turn, ${bench.statements} statements an act`,
    { unit: "acts/s", better: "more", reference: "pgbench" },
    [
      { what: "through the gate", samples: of("ours"), goals: [{ of: "ratio", least: 0.8 }] },
      { what: "with lines and figures", samples: of("observed") },
      { what: "pgbench", samples: of("pgbench") },
    ],
  );
}

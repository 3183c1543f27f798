/**
 * Acts a second through the gate against pgbench sending the same SQL, in rounds that turn, on one durable PostgreSQL: without and with
 * lines and figures, over HTTP, and by other ways to do the same durably (`RIVALS=` leaves those out). Then how long an act takes at
 * half of the load. `TURN_SECONDS` is the length of a turn, `ROUNDS` their number, `CLIENTS` how many at once. With
 * `EVENTS` the evidence is then made that long, and the turns are taken again.
 */
import { join } from "node:path";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { quantile, rounded } from "../figures.ts";
import { observed } from "../observed.ts";
import { processorTime } from "../processor-time.ts";
import { openReport } from "../report.ts";
import { atRate } from "./half-load.ts";
import { openHttp } from "./http-turn.ts";
import { openBench } from "./open-bench.ts";
import { openRivals } from "./rivals.ts";
import {
  oneAct,
  ourTurn,
  pgbenchTurn,
  pgbenchWaits,
  recordAct,
  turnOf,
  writeScript,
} from "./turns.ts";

const report = openReport();
const seconds = Number(process.env.TURN_SECONDS ?? 5);
const rounds = Number(process.env.ROUNDS ?? 3);
const clients = Number(process.env.CLIENTS ?? 16);

const folder = freshFolder();
const postgres = await startEmbeddedPostgres({ dataDir: join(folder.path, "data") });
const bench = await openBench(postgres, { clients, agreements: 1000 });
const recorded = await recordAct(bench);
const script = await writeScript(recorded, bench.agreements, folder.path);
const told = { ...bench, ctx: observed(bench.ctx, folder.path) };
const http = await openHttp(bench);
const rivals =
  process.env.RIVALS === "" ? [] : await openRivals(postgres.ownerUrl, recorded, clients);

const turn = { seconds, clients };
const sides: Record<string, () => Promise<number>> = {
  "through the gate": () => ourTurn(bench, turn),
  pgbench: () => pgbenchTurn(postgres.ownerUrl, script, turn),
  "through the gate, with lines and figures": () => ourTurn(told, turn),
  "over HTTP in a session": () => http.turn(turn),
  ...Object.fromEntries(
    rivals.map(({ name, act }) => [name, () => turnOf(act, bench.agreements, turn)]),
  ),
};
const goals: Record<string, number> = { "through the gate": 0.8, "over HTTP in a session": 0.6 };

await ourTurn(bench, { seconds: 2, clients });
const rate = await turns("Acts a second");
const half = { agreements: bench.agreements, rate: rate / 2, seconds: seconds * 4 };
report.table(`An act at half of that load, ${Math.round(rate / 2)} a second`, { unit: "ms" }, [
  {
    what: "through the gate",
    samples: await atRate((n) => oneAct(bench, n), half),
    goals: [{ of: "p99", most: 50 }],
  },
  {
    // What the machine and the disk do to anyone's acts at the same rate.
    what: "pgbench",
    samples: await pgbenchWaits(postgres.ownerUrl, script, { ...half, clients }),
  },
]);
const events = Number(process.env.EVENTS ?? 0);
if (events > 0) {
  await bench.age(Math.ceil(events / bench.agreements));
  await turns(`With ${events} entries of evidence`);
}

http.close();
for (const rival of rivals) await rival.close();
await bench.close();
await postgres.stop();
folder.remove();
report.close();

/** The median of the gate's turns. */
async function turns(title: string): Promise<number> {
  const names = Object.keys(sides);
  const results = new Map(names.map((name) => [name, [] as number[]]));
  const costs = new Map(
    names.map((name) => [name, { own: [] as number[], postgres: [] as number[] }]),
  );
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const before = await processorTime(bench.db);
      const rate = (await sides[name]?.()) ?? 0;
      const after = await processorTime(bench.db);
      results.get(name)?.push(rate);
      costs.get(name)?.own.push((after.own - before.own) / (rate * seconds));
      costs.get(name)?.postgres.push((after.postgres - before.postgres) / (rate * seconds));
    }
  }
  report.table(
    `${title}, ${clients} clients, ${seconds} s a turn, ${bench.statements} statements an act`,
    { unit: "acts/s", better: "more", reference: "pgbench" },
    names.map((what) => ({
      what,
      samples: results.get(what) ?? [],
      also: {
        // That of pgbench is another process's, and not known here.
        "service cpu ms":
          what === "pgbench" ? "" : rounded(quantile(costs.get(what)?.own ?? [], 0.5)),
        "PostgreSQL cpu ms": rounded(quantile(costs.get(what)?.postgres ?? [], 0.5)),
      },
      ...(goals[what] && { goals: [{ of: "ratio" as const, least: goals[what] }] }),
    })),
  );
  return quantile(results.get("through the gate") ?? [], 0.5);
}

/**
 * Resident memory: of the API with `CONNECTIONS` (1,000) open and `REQUESTS` (20,000) answered, then with a quarter as
 * many, all connections at once; and of the jobs while `SEALS` (50) agreements are sealed at once. Each in a fresh process, `ROUNDS` (3) times, started as npm's scripts do.
 */
import { ensureServer } from "#src/cli/build-server.ts";
import { openReport } from "../report.ts";
import { openConnections, type Sent } from "./load.ts";
import { mixedRequests } from "./requests.ts";
import { type Resident, residentOf } from "./resident.ts";
import { type Sealing, sealAtOnce } from "./seals.ts";
import { openServed } from "./served.ts";

const numberOf = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const connections = numberOf("CONNECTIONS", 1000);
const requests = numberOf("REQUESTS", 20_000);
const seals = numberOf("SEALS", 50);
const rounds = numberOf("ROUNDS", 3);
const busy = Math.min(64, connections);
const agreements = numberOf("AGREEMENTS", 200);

await ensureServer();
const report = openReport();
const served = await openServed({ agreements });
const keys = await served.keys(60);

type Round = { ready: Resident; some: Resident; all: Resident; sent: Sent[] };
const apiRounds: Round[] = [];
for (let round = 0; round < rounds; round++) apiRounds.push(await serveOnce());
await served.close();
const jobRounds: Sealing[] = [];
for (let round = 0; round < rounds; round++) jobRounds.push(await sealAtOnce(seals));

const goals = (most: number) => [{ of: "slowest", most } as const];
const opened = connections.toLocaleString("en");
report.table("Resident memory", { unit: "MB" }, [
  { what: "API, ready", samples: apiRounds.map(({ ready }) => ready.now) },
  {
    what: `API, ${opened} open connections, ${requests.toLocaleString("en")} requests, ${busy} at once`,
    samples: apiRounds.map(({ some }) => some.now),
    goals: goals(250),
  },
  {
    what: `the same, after ${(requests / 4).toLocaleString("en")} more, ${opened} at once`,
    samples: apiRounds.map(({ all }) => all.now),
    badInput: "everyone asks at the same moment",
  },
  { what: "API, its peak", samples: apiRounds.map(({ all }) => all.peak) },
  { what: "jobs, ready", samples: jobRounds.map(({ ready }) => ready) },
  {
    what: `jobs, peak while ${seals} originals are typeset one after the other`,
    samples: jobRounds.map(({ typesetting }) => typesetting),
  },
  {
    what: `jobs, peak while ${seals} agreements are sealed at once`,
    samples: jobRounds.map(({ sealing }) => sealing),
    goals: goals(400),
  },
]);
const rates = apiRounds.map(({ sent }) => {
  const seconds = sent.reduce((sum, one) => sum + one.seconds, 0);
  return Math.round((requests * 1.25) / seconds);
});
report.note(
  `${agreements} agreements, ${keys.length} people in turn; requests a second: ${rates.join(", ")}; answers by status: ${JSON.stringify(apiRounds.at(-1)?.sent.map(({ statuses }) => statuses))} (404: agreements of others). Sealing ${seals} took ${jobRounds.map(({ seconds }) => seconds.toFixed(1)).join(", ")} s.`,
);
report.close();

async function serveOnce(): Promise<Round> {
  const { service, url } = await served.start();
  const ready = residentOf(service.pid);
  const opened = openConnections(url, connections);
  const nth = await mixedRequests(opened.json, keys);
  const first = await opened.send(requests, busy, nth);
  const some = residentOf(service.pid);
  const second = await opened.send(requests / 4, connections, nth);
  const all = residentOf(service.pid);
  opened.close();
  await service.stop();
  const failed = [first, second]
    .flatMap(({ statuses }) => Object.keys(statuses))
    .filter((one) => Number(one) >= 500);
  if (failed.length > 0)
    throw new Error(`The API answered ${failed.join(", ")}: ${service.output()}`);
  return { ready, some, all, sent: [first, second] };
}

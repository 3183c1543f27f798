import { checkData, checkKeys, type Demonstration } from "#src/accounts/demonstration.ts";
import { type Config, readConfig } from "#src/config/config.ts";
import { version } from "#src/config/version.ts";
import { type Foundation, openFoundation } from "#src/foundation.ts";
import { urlOf } from "#src/http/listen.ts";
import { serveMetrics } from "#src/http/office/serve-metrics.ts";
import { type ApiServer, nodeContext, startApi } from "#src/node.ts";
import { type Observe, unobserved } from "#src/observe/observe.ts";
import { ensureBuilt } from "./build.ts";
import { checkGlossary } from "./check-glossary.ts";
import { now } from "./now.ts";
import { measured, observeService } from "./observe.ts";
import { readWords, UsageError } from "./usage.ts";

export type Service = {
  url: string;
  foundation: Foundation;
  /** The API, for requests from within; null if only the jobs run. */
  ask: ApiServer["ask"] | null;
  close(): Promise<void>;
};

/** `depositary start [--only api|jobs]`: runs until it is told to stop. */
export async function start(words: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values, positionals } = readWords(words, { only: { type: "string" } });
  const { only } = values;
  if (positionals.length > 0 || (only !== undefined && only !== "api" && only !== "jobs")) {
    throw new UsageError("Only the API or only the jobs can be started alone.");
  }
  const config = readConfig(env);
  checkKeys(config, config.demo);
  const told = toldToStop();
  if (only !== "jobs") await ensureBuilt();
  const observe = await observeService(config);
  const parts = { api: only !== "jobs", jobs: only !== "api" };
  // Reads the glossary while the database starts.
  const glossary = checkGlossary().catch((fault: Error) => fault);
  const service = await startService(config, parts, observe);
  const fault = await glossary;
  if (fault) {
    await service.close();
    throw fault;
  }
  announce(config, service, only !== "jobs");
  const agreements = only === undefined ? beginDemoAgreements(config, service) : null;
  await told;
  console.log("Stopping …");
  observe.log.info("stopping");
  await agreements?.stop();
  await service.close();
  return 0;
}

/** Creates the demonstration's agreements after the start, while people look around. */
function beginDemoAgreements(config: Config, { ask, foundation }: Service) {
  const { demonstration } = foundation;
  if (!demonstration?.isOpen || !config.demoAgreements || !ask) return null;
  const stopping = new AbortController();
  const { signal } = stopping;
  const make = async () => {
    const { makeDemoAgreements } = await import("./demo-agreements/make.ts");
    const { demoPlayers } = await import("./demo-players.ts");
    const players = demoPlayers(foundation.db, demonstration.keys, now);
    return makeDemoAgreements({ ask, players, dataDir: config.dataDir, signal });
  };
  const done = make().then(
    (count) => {
      if (count > 0) console.log(`The demonstration's ${count} agreements are ready.`);
    },
    (error: Error) => console.error(`The demonstration's agreements stopped: ${error.message}`),
  );
  return {
    stop: () => {
      stopping.abort();
      return done;
    },
  };
}

/** Starts the service in this process: the API, the jobs, or both. */
export async function startService(
  config: Config,
  parts: { api: boolean; jobs: boolean } = { api: true, jobs: true },
  observe: Observe = unobserved,
): Promise<Service> {
  const { api, jobs } = parts;
  const foundation = measured(await openFoundation(config, { now, serves: api, observe }));
  let wake = () => {};
  const opened: { close(): Promise<void> }[] = [observe.tracing, foundation];
  const close = async () => {
    for (const part of opened.reverse()) await part.close();
  };
  try {
    checkData(config, foundation.demonstration);
    const figures = await serveMetrics(config, foundation.observe.metrics);
    if (figures) opened.push(figures);
    const server = api ? await startApi(config, foundation, () => wake()) : null;
    if (server) opened.push(server);
    const url = server?.url ?? urlOf(config.host, config.port);
    if (jobs) {
      const { startJobs } = await import("#src/jobs/runner.ts");
      const ctx = nodeContext({ ...foundation, ...foundation.long }, () => wake());
      const runner = await startJobs(config, foundation, ctx, {
        publicUrl: config.publicUrl ?? url,
      });
      opened.push(runner);
      wake = runner.wake;
    }
    observe.log.info("started", {
      version,
      node: process.version,
      ...describeParts(config, parts),
    });
    return { url, foundation, ask: server?.ask ?? null, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The parts that the service uses, by kind only: addresses may hold passwords. */
function describeParts(config: Config, { api, jobs }: { api: boolean; jobs: boolean }) {
  return {
    parts: [api && "api", jobs && "jobs"].filter(Boolean).join(", "),
    database: config.databaseUrl ? "own" : "bundled",
    queue: config.redisUrl ? "redis" : "postgresql",
    letters: config.smtpUrl ? "smtp" : "folder",
    store: config.objectsUrl?.startsWith("s3:") ? "s3" : "folder",
    tracing: config.observe.tracing ? "on" : "off",
  };
}

function announce(config: Config, { url, foundation }: Service, api: boolean): void {
  const lines = [
    api ? `Depositary is ready: ${config.publicUrl ?? url}` : "Depositary's jobs are running.",
  ];
  if (!api && !config.publicUrl) lines.push("Set PUBLIC_URL, or the letters lead nowhere.");
  if (foundation.demonstration) lines.push(...describe(foundation.demonstration));
  if (foundation.demonstration?.isOpen && !config.smtpUrl) {
    lines.push("", `Letters: ${url}/letters`);
  }
  if (!foundation.seal.key.trusted) {
    lines.push("", "The seal is a demonstration: what it seals says that it is not trusted.");
  }
  console.log(lines.join("\n"));
}

/** The demonstration's keys are valid for a year. They are shown once, so that no log collects them. */
function describe(demonstration: Demonstration): string[] {
  if (!demonstration.isOpen) {
    const { closed } = demonstration;
    if (closed === 0) return [];
    return [
      "",
      `The demonstration in these data is closed: ${closed} people of it can no longer sign in.`,
      "Its agreements stay. For a service of record begin with an empty DATA_DIR.",
    ];
  }
  const { keys, keyFile, areNew } = demonstration;
  if (!areNew) return ["", `The demo people's keys are in ${keyFile}.`];
  return [
    "",
    "Choose a demo person on the first page. Programs read, draft and comment with their API keys:",
    ...keys.map(({ name, role, party, key }) => {
      return `  ${name.padEnd(20)} ${`${role}${party ? ` ${party}` : ""}`.padEnd(20)} ${key}`;
    }),
    `They are shown this once, and kept in ${keyFile}.`,
  ];
}

/** Resolves at the first Ctrl-C or termination signal; a second one ends the process at once. */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });
}

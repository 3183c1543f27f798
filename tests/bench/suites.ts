export type Settings = Record<string, string>;

export type Suite = {
  /** What `--only` calls it. */
  name: string;
  title: string;
  /** Said above its tables: what was measured, and how. */
  about: string;
  /** From the root of the project. */
  script: string;
  /** For Node. */
  flags?: string[];
  /** Environment of an ordinary run, and what `--quick` and `--long` set differently. */
  settings?: Settings;
  quick?: Settings;
  long?: Settings;
};

/** The suites in the order of the page. A new one is a script that reports by `report.ts`, and one entry here. */
export const suites: Suite[] = [
  {
    name: "acts",
    title: "Acts",
    about:
      "An act locks the agreement, reads the facts, and writes the act's row, its evidence and the request's key. pgbench sends the same statements, prepared. Sides take turns on one durable PostgreSQL, each with 16 clients on agreements drawn at random. The other ways send the same statements by node-postgres, one after the other, in their own transaction: pg-boss and graphile-worker add one job in it, as our acts add an outbox row if they have an effect (this one has none); DBOS records a workflow and its step beside it. The client over HTTP is a process of its own on the same machine.",
    script: "tests/bench/acts/run.ts",
    quick: { TURN_SECONDS: "3" },
  },
  {
    name: "reading",
    title: "Lists, counts, search and register",
    about:
      "Requests to the API in this process, one after the other, by each kind of reader. `cpu ms` is the processor time of the service and of PostgreSQL.",
    script: "tests/bench/reading/run.ts",
    settings: { AGREEMENTS: "100000" },
    quick: { AGREEMENTS: "10000" },
  },
  {
    name: "search",
    title: "Search as the archive grows",
    about:
      "The first page of a search, or its counts by stage, over the API in this process. A search for a reference finds the agreements that have its parts as words.",
    script: "tests/bench/search/run.ts",
    settings: { SIZES: "10000,100000" },
    quick: { SIZES: "10000" },
    long: { SIZES: "10000,100000,1000000" },
  },
  {
    name: "waiting",
    title: "What waits for a person",
    about:
      "`GET /waiting` over the API in this process: a fifth of the agreements in each of five stages, parties that take part in half and in all of them.",
    script: "tests/bench/awaited/run.ts",
    settings: { AGREEMENTS: "20000" },
    quick: { AGREEMENTS: "5000", ROUNDS: "40" },
    long: { AGREEMENTS: "100000" },
  },
  {
    name: "actions",
    title: "What a State has to do",
    about:
      "`GET /parties/{code}/actions` over the API in this process, on generated histories: for the party in most agreements and for one of the middle. The reference reads all the agreements of the same party.",
    script: "tests/bench/awaited/actions.ts",
    settings: { AGREEMENTS: "5000", ROUNDS: "8" },
    quick: { AGREEMENTS: "1000", ROUNDS: "6" },
    long: { AGREEMENTS: "20000" },
  },
  {
    name: "checks",
    title: "The checks of a draft",
    about:
      "All drafting checks on the same texts, one run after the other in one thread, as the editor runs them 1.5 s after the last key.",
    script: "tests/bench/checks/run.ts",
  },
  {
    name: "dates",
    title: "Days of entry into force",
    about:
      "The date engine derives the instrument's day and each party's, with the reasoning, in this process. The floor sorts the same consents once.",
    script: "tests/bench/dates/run.ts",
    quick: { ROUNDS: "100" },
  },
  {
    name: "participation",
    title: "Where the parties to a large instrument stand",
    about:
      "`GET …/participation` and the table of one pair over the API in this process: 190 parties, 40 reservations of which each State was notified, 200 objections, a fifth of them excluding treaty relations. The floor reads the facts from the database.",
    script: "tests/bench/participation/run.ts",
    quick: { ROUNDS: "20" },
  },
  {
    name: "seal",
    title: "Sealing and verifying",
    about:
      "All engines seal the same fresh file in the same round with the same RSA-3072 key, and all verifiers judge what we sealed. The floors hash the file and make or check one signature with `node:crypto`.",
    script: "tests/bench/seal/run.ts",
    quick: { ROUNDS: "40" },
  },
  {
    name: "verify",
    title: "Verifying in processes",
    about:
      "The whole verification of a sealed file in the service's process, in a process that starts for it, and in one that was kept.",
    script: "tests/bench/verify/run.ts",
  },
  {
    name: "revocation",
    title: "Long revocation lists",
    about:
      "The first question reads the list, checks every entry and verifies its signature; later ones scan its bytes.",
    script: "tests/bench/revocation/run.ts",
    flags: ["--expose-gc"],
  },
  {
    name: "policies",
    title: "Policies of the database",
    about:
      "The same statements by a representative on the login that serves, whose signed settings every policy checks, and by the owner's session as the same role, without that check.",
    script: "tests/bench/policies/run.ts",
  },
  {
    name: "cluster",
    title: "The first start of the database",
    about: "From an empty folder to a PostgreSQL that accepts connections.",
    script: "tests/bench/embedded/first-start.ts",
    quick: { ROUNDS: "3" },
  },
  {
    name: "relay",
    title: "From the outbox to the queue",
    about:
      "Acts write outbox rows, which a relay hands to BullMQ, 100 at a time, with jobs named after their rows. BullMQ alone takes as many jobs, 100 in a call, and has no record of them beside its own. The time of the outbox includes writing its rows.",
    script: "tests/bench/relay/run.ts",
    quick: { JOBS: "1000", ROUNDS: "3" },
  },
  {
    name: "http",
    title: "Reads over HTTP",
    about:
      "Requests to the app in this process, without sockets, against Hono and node-postgres alone that read the same agreement's row. The bare app asks nobody who asks, has no policies and no contract.",
    script: "tests/bench/http/run.ts",
    quick: { ROUNDS: "6" },
  },
  {
    name: "typeset",
    title: "Typesetting",
    about:
      "All engines set the same text of three languages in the same round with the same font files. The process is warm, the words are new in each round. Only Depositary's file is PDF/A-2a with tags and bookmarks. The floor writes as many glyphs with pdf-lib, unshaped.",
    script: "tests/bench/typeset/run.ts",
    quick: { ROUNDS: "9" },
  },
  {
    name: "first-document",
    title: "The first document of a process",
    about: "From the start of a process to the finished bytes.",
    script: "tests/bench/typeset/first.ts",
    quick: { ROUNDS: "5" },
  },
  {
    name: "long-instruments",
    title: "Long instruments",
    about:
      "Each in a process that has set one small document before. The goal is 300 pages in 1 s and 400 MB.",
    script: "tests/bench/typeset/long.ts",
    quick: { ROUNDS: "2" },
  },
  {
    name: "first-load",
    title: "A representative's first page",
    about:
      "An agreement in review, in a demonstration on this machine, with an empty cache. What the browser needs for an interaction is Event Timing's duration, in steps of 8 ms.",
    script: "tests/bench/web/first-load.ts",
  },
  {
    name: "typing",
    title: "Typing in a draft",
    about:
      "Event Timing's duration of each key, in steps of 8 ms; keys that took less than 16 ms count as 8.",
    script: "tests/bench/web/typing.ts",
    quick: { KEYS: "60" },
  },
  {
    name: "long-list",
    title: "A long list in the browser",
    about:
      "The page scrolls a third of a screen at every frame while it fetches. The screen's own rate is a frame in 16.7 ms.",
    script: "tests/bench/web/long-list.ts",
  },
  {
    name: "start",
    title: "Start",
    about:
      "From the command until the service says that it is ready: all of it on a data folder that exists, the API and the jobs alone on a migrated database. From the bundle that `depositary build` makes and from the sources, in turn.",
    script: "tests/bench/start/run.ts",
    quick: { ROUNDS: "3" },
  },
  {
    name: "memory",
    title: "Memory",
    about:
      "Resident memory by Linux's count, of processes that start as npm's scripts start them. The API reads 200 generated agreements for 60 people: the session, lists, counts, search, what waits, an agreement's text, versions, participation and evidence, and the register. The jobs work for the demonstration's agreement in three languages.",
    script: "tests/bench/memory/run.ts",
    quick: { ROUNDS: "1", REQUESTS: "4000", SEALS: "10" },
  },
  {
    name: "install",
    title: "Installation",
    about:
      "`npm ci` into an empty folder, from npm's cache where it has the package. The fonts of Chinese, Japanese and Korean are development packages.",
    script: "tests/bench/install/run.ts",
    quick: { ROUNDS: "1" },
  },
];

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
      "An act locks the agreement, reads the facts, and writes the act's row, its evidence and the request's key. pgbench sends the same statements, prepared. Sides take turns on one durable PostgreSQL.",
    script: "tests/bench/acts/run.ts",
    quick: { TURN_SECONDS: "3" },
  },
  {
    name: "reading",
    title: "Lists, counts, search and register",
    about:
      "Requests to the API in this process, one after the other, by each kind of reader: Korea takes part in all agreements, Kazakhstan in half, Estonia in one of eleven, the organization in one of a thousand. `cpu ms` is the processor time of the service and of PostgreSQL.",
    script: "tests/bench/reading/run.ts",
    settings: { AGREEMENTS: "100000" },
    quick: { AGREEMENTS: "10000" },
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
];

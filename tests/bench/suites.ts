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
];

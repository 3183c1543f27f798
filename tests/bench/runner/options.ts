import { parseArgs } from "node:util";
import { type Suite, suites } from "../suites.ts";

export type Length = "quick" | "ordinary" | "long";

export type Options = {
  chosen: Suite[];
  /** Whether these are all suites there are. */
  all: boolean;
  length: Length;
  /** The revision to compare with; null to measure and write the page. */
  compare: string | null;
  /** Whether the other revision is measured by the suites of this one. */
  sameSuites: boolean;
  /** How many turns each side of a comparison gets. */
  turns: number;
  /** A program with its arguments that each suite is started through, such as `taskset -c 0` or `flock file`. */
  through: string[];
  /** Only writes the page again, from the figures of earlier runs. */
  pageOnly: boolean;
};

export const usage = `npm run bench -- [options]
  --only a,b       only these suites: ${suites.map(({ name }) => name).join(", ")}
  --quick          short turns and little data; --long: much data (search in 1,000,000)
  --compare REV    the chosen suites of REV and of this checkout in turn; writes no page
  --same-suites    with --compare: measure REV by the suites of this checkout
  --turns N        with --compare: turns of each side (4)
  --through "P A"  start each suite through program P, such as "taskset -c 0" or "flock file"
  --page           only write the page again, from the figures of earlier runs`;

/** Reads the command line. Throws with a sentence for what it does not know. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      long: { type: "boolean", default: false },
      compare: { type: "string" },
      "same-suites": { type: "boolean", default: false },
      turns: { type: "string", default: "4" },
      through: { type: "string", default: "" },
      page: { type: "boolean", default: false },
    },
  });
  const names = values.only?.split(",") ?? suites.map(({ name }) => name);
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) throw new Error(`There is no suite ${unknown.join(", ")}.`);
  if (values.quick && values.long) throw new Error("Choose --quick or --long, not both.");
  const turns = Number(values.turns);
  if (!Number.isInteger(turns) || turns < 2) throw new Error("--turns is a number of 2 or more.");
  return {
    chosen: suites.filter(({ name }) => names.includes(name)),
    all: names.length === suites.length,
    length: values.quick ? "quick" : values.long ? "long" : "ordinary",
    compare: values.compare ?? null,
    sameSuites: values["same-suites"],
    turns,
    through: values.through.split(" ").filter(Boolean),
    pageOnly: values.page,
  };
}

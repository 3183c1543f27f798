import type { Asked, Done } from "#src/agreements/act.ts";
import { readFacts } from "#src/agreements/facts.ts";
import { findAgreement } from "#src/agreements/find.ts";
import { fireDeadlines } from "#src/agreements/service/fire-deadlines.ts";
import type { Context } from "#src/context.ts";
import type { Db } from "#src/db/db.ts";
import { type Person, sealingService } from "#src/people/person.ts";
import { uuidOf } from "./chance.ts";
import { openClock, type StoryClock } from "./clock.ts";
import { doOrderedWork } from "./ordered-work.ts";
import type { Cast, Scratch } from "./scratch.ts";

/** The name of the log in the statements of the histories; a copy has the name of its own log. */
export const logOfStories = "generated/histories";

type Verb<Given> = (ctx: Context, asked: Asked, given: Given) => Promise<Done>;

/** What a history has at hand: its agreement, its people, its clock, and how they act. */
export type Table = {
  ctx: Context;
  db: Db;
  cast: Cast;
  clock: StoryClock;
  /** The agreement that the history is about. */
  id: string;
  /** The codes of the parties that it begins with. */
  parties: string[];
  /** The codes of those that accede later. */
  joins: string[];
  languages: string[];
  /** For each later version of the text, the numbers of the sentences that it adds. */
  revisions: number[];
  /** The person acts on the agreement in its current state. */
  take<Given>(person: Person, verb: Verb<Given>, given: Given): Promise<Done>;
  facts(): ReturnType<typeof readFacts>;
  /** The digest of the current text. */
  digest(): Promise<string>;
  /** Does what the acts have ordered: originals, seals, letters. */
  work(): Promise<void>;
  /** Days pass, and deadlines that fall due are carried out. */
  wait(days: number): Promise<void>;
  waitUntil(day: string): Promise<void>;
};

type Named = { name: string; parties: string[]; joins: string[]; languages: string[] };

/** Opens a table for one history, with a clock and ids that are the same each time. */
export function openTable({ ctx: own, db }: Scratch, cast: Cast, named: Named): Table {
  const { name, ...rest } = named;
  const clock = openClock();
  let ids = 0;
  if (!own.keys) throw new Error("The scratch service has no keys.");
  const ctx: Context = {
    ...own,
    now: () => clock.now(),
    id: () => uuidOf(`history ${name} ${++ids}`),
    committed: () => {},
    typesetter: null,
    zone: "UTC",
    keys: { ...own.keys, log: { ...own.keys.log, origin: logOfStories } },
  };
  const table: Table = {
    ctx,
    db,
    cast,
    clock,
    ...rest,
    id: "",
    revisions: [],
    take: async (person, verb, given) => {
      clock.tick();
      const { version } = await findAgreement(ctx.db, table.id, sealingService);
      return verb(ctx, { agreement: table.id, person, version, request: null }, given);
    },
    facts: () => readFacts(ctx.db, table.id),
    digest: async () => (await table.facts()).digest,
    work: () => doOrderedWork(table),
    wait: (days) => table.waitUntil(clock.day(days)),
    waitUntil: async (day) => {
      clock.until(day);
      await fireDeadlines(ctx);
      await table.work();
    },
  };
  return table;
}

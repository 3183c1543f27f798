import { setImmediate } from "node:timers/promises";
import type { Db } from "#src/db/db.ts";
import { fillLog } from "#src/evidence/fill-log.ts";
import type { LogSigner } from "#src/evidence/last-checkpoint.ts";
import { listParties } from "#src/parties/find.ts";
import { findTemplate, type PublishedTemplate } from "#src/templates/find.ts";
import { readTemplate } from "#src/templates/read.ts";
import { beginOrContinue } from "./begin-or-continue.ts";
import { readCatalogue } from "./catalogue.ts";
import { chanceOf } from "./chance.ts";
import { type Copy, copyOf } from "./copy.ts";
import { addCrew, inventCrew } from "./crew.ts";
import { type Planning, planOf } from "./plan.ts";
import { openPlay } from "./play.ts";
import type { Scratch } from "./scratch.ts";
import { archiveDays } from "./shift.ts";
import { stories } from "./stories.ts";
import { writeCopies } from "./write-copies.ts";

export type Wanted = {
  agreements: number;
  seed: string;
  people: number;
  /** The day on which the histories end, `2026-06-30`. */
  until: string;
};

export type Office = {
  /** The database as its owner. */
  db: Db;
  /** Signs the log, which takes the evidence as soon as all of it is there. */
  signer: LogSigner;
  /** This release; another one may write other rows. */
  release: string;
};

export type Generated = {
  /** How many an earlier run had made. */
  before: number;
  agreements: number;
  /** Rows written, without those of triggers and of the log. */
  rows: number;
  /** Entries that the log has taken. */
  entries: number;
  stages: Record<string, number>;
};

/** Agreements that are written in one transaction. */
const batch = 50;

/** Entries of evidence that the log takes in one transaction, under one checkpoint. */
const logBatch = 10_000;

/**
 * Makes agreements in an empty database, or adds those that are missing to what an earlier run of the same seed made.
 * Each is a copy of a history that the service's own acts wrote in the scratch database.
 *
 * @param told called after each batch with the number of agreements that are there
 * @throws NotEmpty if the database holds anything that was not generated this way
 */
export async function generate(
  { db, signer, release }: Office,
  scratch: Scratch,
  wanted: Wanted,
  told: (made: number) => void = () => {},
): Promise<Generated> {
  const { seed } = wanted;
  const until = new Date(`${wanted.until}T00:00:00Z`);
  const parties = await listParties(db);
  const crew = inventCrew(seed, wanted.people, parties);
  const start = new Date(until.getTime() - archiveDays * 86_400_000);
  const before = await beginOrContinue(db, { ...wanted, release }, start);
  await addCrew(db, seed, crew, start);
  const catalogue = await readCatalogue(db);
  const play = await openPlay(scratch);
  const template = templatesOf(db);
  const planning = planningOf({ seed, until, parties, crew });
  const stages: Record<string, number> = {};
  let rows = 0;
  let writing: Promise<void> = Promise.resolve();
  let copies: Copy[] = [];
  const write = async (own: Copy[], made: number) => {
    rows += (await writeCopies(db, catalogue, own)).rows;
    told(made);
  };
  for (let index = 0; index < wanted.agreements; index++) {
    const story = stories[chanceOf(`${seed} story ${index}`).weighted(weights)]!;
    const played = await play(story);
    const own = await template(String(played.rows.get("agreements")?.[0]?.template));
    const heading = () => readTemplate(own).title;
    const plan = planOf(played, index, { ...planning, heading });
    stages[story.stage] = (stages[story.stage] ?? 0) + 1;
    if (index < before) continue;
    // The database takes the next statement of the batch before, while we make this one.
    await setImmediate();
    copies.push(await copyOf(played, plan, { template: own, log: signer.name }));
    if (copies.length < batch && index + 1 < wanted.agreements) continue;
    await writing;
    writing = write(copies, index + 1);
    // Awaited at the next batch; until then a failure must not end the process.
    writing.catch(() => {});
    copies = [];
  }
  await writing;
  const { now, reached } = { now: () => until, reached: async () => {} };
  const entries = await fillLog({ db, signer, now, reached, look: "recent", batch: logBatch });
  return { before, agreements: wanted.agreements, rows, entries, stages };
}

const weights = stories.map(({ weight }) => weight);

function planningOf(own: Omit<Planning, "heading" | "reference">): Omit<Planning, "heading"> {
  const last = new Map<number, number>();
  const reference = (year: number) => {
    const number = (last.get(year) ?? 0) + 1;
    last.set(year, number);
    return `DEP/${year}/${String(number).padStart(3, "0")}`;
  };
  return { ...own, reference };
}

function templatesOf(db: Db): (digest: string) => Promise<PublishedTemplate> {
  const known = new Map<string, Promise<PublishedTemplate>>();
  return (digest) => {
    const found = known.get(digest) ?? findTemplate(db, digest);
    known.set(digest, found);
    return found;
  };
}

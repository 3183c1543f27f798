import { sql } from "kysely";
import { draft } from "./negotiate.ts";
import { type Row, readRecord } from "./read-record.ts";
import { type Cast, gatherCast, type Scratch } from "./scratch.ts";
import type { Story } from "./story.ts";
import { openTable, type Table } from "./table.ts";
import { places, topics } from "./words.ts";

/** A history as it was played: every row that its acts wrote, and what a copy must know of them. */
export type Played = {
  story: Story;
  id: string;
  reference: string;
  parties: string[];
  joins: string[];
  title: Record<string, string>;
  place: Record<string, string>;
  revisions: number[];
  rows: Map<string, Row[]>;
  cast: Cast;
};

type Play = (story: Story) => Promise<Played>;

/** A history is played once in each scratch database: the second time its agreement would be there already. */
const opened = new WeakMap<Scratch, Promise<Play>>();

/** Plays histories when they are first needed, each once. */
export function openPlay(scratch: Scratch): Promise<Play> {
  const found = opened.get(scratch) ?? openOn(scratch);
  opened.set(scratch, found);
  return found;
}

async function openOn(scratch: Scratch): Promise<Play> {
  const cast = await gatherCast(scratch);
  const known = await codesInOrder(scratch);
  const played = new Map<string, Promise<Played>>();
  return (story) => {
    const found = played.get(story.name) ?? play(scratch, cast, known, story);
    played.set(story.name, found);
    return found;
  };
}

async function play(scratch: Scratch, cast: Cast, known: string[], story: Story): Promise<Played> {
  const { name, template, languages, variables, clauses, terms } = story;
  const parties = known.slice(0, story.parties);
  const joins = known.slice(story.parties, story.parties + (story.joins ?? 0));
  const table = openTable(scratch, cast, { name, parties, joins, languages });
  const within = (words: Record<string, string>) =>
    Object.fromEntries(languages.map((language) => [language, words[language] ?? ""]));
  const title = within(
    Object.fromEntries(languages.map((l) => [l, `${topics[0]?.[l]}: ${topics[1]?.[l]}`])),
  );
  const place = within(places[0]!);
  await draft(table, {
    template,
    title,
    parties: parties.map((code) => ({ code })),
    languages,
    layout: "sequential",
    variables: { ...variables, place },
    areas: ["peer-learning"],
    goals: [16, 17],
    ...(clauses && { clauses }),
    ...(terms && { terms }),
  });
  await tell(story, table).catch((error: Error) => {
    throw new Error(`The history ${name} cannot be told: ${error.message}`, { cause: error });
  });
  const rows = await readRecord(scratch.db, table.id);
  const [own] = rows.get("agreements") ?? [];
  if (own?.stage_name !== story.stage) {
    throw new Error(`The history ${name} ends in ${own?.stage_name}, not in ${story.stage}.`);
  }
  const { id, revisions } = table;
  const reference = String(own.reference);
  return { story, id, reference, parties, joins, title, place, revisions, rows, cast };
}

async function tell(story: Story, table: Table): Promise<void> {
  await story.tell(table);
  await table.work();
}

async function codesInOrder({ db }: Scratch): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`SELECT code FROM parties
    ORDER BY protocol_order, code`.execute(db);
  return rows.map(({ code }) => code);
}

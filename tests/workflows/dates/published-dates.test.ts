import { describe, expect, test } from "vitest";
import { entryShape } from "#src/text/entry-shape.ts";
import { type Consent, entryIntoForce } from "#workflows/entry-into-force.ts";
import type { Dated } from "./dated.ts";
import { daysAndInstruments } from "./days-and-instruments.ts";
import { daysAndMonths } from "./days-and-months.ts";
import { groupsAndShares } from "./groups-and-shares.ts";
import { laterParties } from "./later-parties.ts";
import { startsOfMonths } from "./starts-of-months.ts";

const treaties = [
  ...daysAndMonths,
  ...startsOfMonths,
  ...laterParties,
  ...groupsAndShares,
  ...daysAndInstruments,
];

describe.each(treaties)("$name: $clause", (treaty) => {
  const { rows, record } = read(treaty);
  const { instrument, parties } = entryIntoForce(treaty.entry, record);

  test("has its published days", () => {
    expect(instrument.state).toBe("dated");
    if (treaty.inForce) expect(instrument).toMatchObject({ on: treaty.inForce });
    const found = rows.map(({ party }) => [party, parties[party]]);
    const published = rows.map(({ party, inForce }) =>
      inForce === null ? [party, parties[party]] : [party, { state: "dated", on: inForce }],
    );
    expect(Object.fromEntries(found)).toMatchObject(Object.fromEntries(published));
  });

  test("waits until the day on which the conditions are met", () => {
    const consents = record.consents.filter(({ on }) => on < treaty.decidedOn);
    expect(entryIntoForce(treaty.entry, { ...record, consents }).instrument.state).toBe("waiting");
  });

  test("has a clause that the schema admits, and sources", () => {
    const codes = JSON.stringify(treaty.entry).replaceAll(/"[^"]*"/g, (word) => coded(word));
    expect(entryShape.safeParse(JSON.parse(codes)).error?.issues ?? []).toEqual([]);
    expect(treaty.sources.length).toBeGreaterThan(0);
  });
});

test("there are at least forty instruments, and a hundred published days", () => {
  expect(new Set(treaties.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40);
  const days = treaties.flatMap((treaty) => [
    ...(treaty.inForce ? [treaty.inForce] : []),
    ...read(treaty).rows.flatMap(({ inForce }) => inForce ?? []),
  ]);
  expect(days.length).toBeGreaterThanOrEqual(100);
});

type Row = { party: string; on: string; inForce: string | null };

function read({ rows: table, unnamed = [], act = "deposit", others }: Dated) {
  const rows = table
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map(rowOf);
  const filled = unnamed.flatMap(([count, on]) => Array.from({ length: count }, () => on));
  const consents: Consent[] = [
    ...filled.map((on, index) => ({ party: `${index + 1}`, on, act })),
    ...rows.map(({ party, on }) => ({ party, on, act })),
  ];
  const negotiating = consents.map(({ party }) => party);
  return { rows, record: { negotiating, consents, ...(others && { others }) } };
}

function rowOf(line: string): Row {
  const [, party, on, inForce] = line.match(/^(.+) (\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d|-)$/) ?? [];
  if (!party || !on || !inForce) throw new Error(`${line} has not a party and two days.`);
  return { party, on, inForce: inForce === "-" ? null : inForce };
}

/** The names of parties as codes, so that the schema can read the clause. Its own words are in lower case. */
function coded(word: string): string {
  const plain = word.slice(1, -1);
  if (!/^(?:[A-Z]|\d+$|\d+ [A-Z])/.test(plain) || / Convention/.test(plain)) return word;
  return `"P${plain
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, "")
    .slice(0, 14)}"`;
}

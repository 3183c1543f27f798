import { describe, expect, test } from "vitest";
import { type Consent, entryIntoForce } from "#workflows/entry-into-force.ts";
import { counted } from "./published-entries/counted.ts";
import { everyParty } from "./published-entries/every-party.ts";
import type { Published } from "./published-entries/published.ts";

type Row = { party: string; on: string; inForce: string };

const agreements = [...everyParty, ...counted];

describe.each(agreements)("$name", (agreement) => {
  const { negotiated, joined, record } = read(agreement);
  const { instrument, parties } = entryIntoForce(agreement.clause, record);

  test("entered into force on its published date", () => {
    expect(instrument).toMatchObject({ state: "dated", on: agreement.inForce });
  });

  test("is in force for each party since its published date", () => {
    const found = Object.fromEntries(
      [...negotiated, ...joined].map(({ party }) => [party, parties[party]]),
    );
    const published = [...negotiated, ...joined].map(
      ({ party, inForce }) => [party, { state: "dated", on: inForce }] as const,
    );
    expect(found).toMatchObject(Object.fromEntries(published));
  });

  test("waited until the consent that decides", () => {
    const last =
      negotiated
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? "";
    const consents = record.consents.filter(({ on }) => on < last);
    const before = entryIntoForce(agreement.clause, { ...record, consents }).instrument;
    // A fixed date needs two, even if others are still to come.
    expect(before.state).toBe(agreement.clause.form === "fixed-date" ? "dated" : "waiting");
  });
});

test("the agreements show every form that a clause can have, and say where they were read", () => {
  expect(new Set(agreements.map(({ clause }) => clause.form)).size).toBe(7);
  for (const { sources } of agreements) expect(sources[0]).toMatch(/^https?:\/\//);
});

function read({ act, earlier = 0, ...agreement }: Published) {
  const negotiated = rows(agreement.negotiated);
  const joined = rows(agreement.joined ?? "");
  const first = negotiated[0]?.on ?? "";
  const consents: Consent[] = [
    // Parties without a name, which fill the number with the date of the first that has one.
    ...Array.from({ length: earlier }, (_, at) => ({ party: `${at + 1}`, on: first, act })),
    ...negotiated.map(({ party, on }) => ({ party, on, act })),
    ...joined.map(({ party, on }) => ({ party, on, act: "accession" as const })),
  ];
  const negotiating = negotiated.map(({ party }) => party);
  return { negotiated, joined, record: { negotiating, consents } };
}

function rows(table: string): Row[] {
  return table
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [, party, on, inForce] = line.match(/^(.+) (\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d)$/) ?? [];
      if (!party || !on || !inForce) throw new Error(`${line} has not a party and two dates.`);
      return { party, on, inForce };
    });
}

/**
 * How long the date engine takes to derive an instrument's day and the day of each of `PARTIES` parties, with the
 * reasoning. Half of the parties negotiated, and ten of the consents were withdrawn. The floor sorts the same
 * consents once. `ROUNDS` is how often each clause is derived; clauses take turns.
 */
import { addDays, type Consent, entryIntoForce } from "#workflows/entry-into-force.ts";
import { openReport } from "../report.ts";
import { clausesFor, consentsOf } from "./clauses.ts";

const report = openReport();
const parties = Number(process.env.PARTIES ?? 190);
const rounds = Number(process.env.ROUNDS ?? 400);
/** Rounds that are not counted, until the code is compiled. */
const warmUp = 50;

const consents: Consent[] = consentsOf(parties).map((one, index) =>
  index % 19 === 0 ? { ...one, withdrawnOn: addDays(one.on, 400) } : one,
);
const negotiating = consents.map(({ party }) => party).filter((_, index) => index % 2 === 0);
const record = { negotiating, consents };
const floor = "the consents sorted once";
const clauses = clausesFor(parties);
const samples: Record<string, number[]> = { [floor]: [] };
for (const what of Object.keys(clauses)) samples[what] = [];

for (let round = -warmUp; round < rounds; round += 1) {
  note(round, floor, () => consents.toSorted((a, b) => (a.on < b.on ? -1 : 1)));
  for (const [what, clause] of Object.entries(clauses)) {
    note(round, what, () => entryIntoForce(clause, record));
  }
}
report.table(
  `An instrument of ${parties} parties`,
  { unit: "ms", reference: floor },
  Object.entries(samples).map(([what, taken]) => ({
    what,
    samples: taken,
    ...(what !== floor && { goals: [{ of: "p95" as const, most: 5 }] }),
  })),
);
report.close();

function note(round: number, what: string, derive: () => unknown): void {
  const from = performance.now();
  derive();
  if (round >= 0) samples[what]?.push(performance.now() - from);
}

/**
 * What a State has to do (`GET /parties/{code}/actions`), asked over the API by the office and by the State's own
 * representative: for the party of most agreements and for one of the middle. The reference reads all the agreements
 * of the same party. `AGREEMENTS` says how many are generated, `ROUNDS` how often each is asked. Milliseconds.
 */
import { sql } from "kysely";
import { actionsInAgreements } from "#src/agreements/awaited/list-actions.ts";
import { openReading } from "../reading/open-reading.ts";
import { openReport } from "../report.ts";

const report = openReport();
const count = Number(process.env.AGREEMENTS ?? 10_000);
const rounds = Number(process.env.ROUNDS ?? 20);
const batch = 100;

const reading = await openReading(count, { awaited: false, histories: true });
const { db } = reading;
const { rows: parties } = await sql<{ party: string; agreements: number }>`
  SELECT party, count(*)::integer AS agreements FROM agreement_parties
  GROUP BY party ORDER BY 2 DESC, 1`.execute(db);
const { rows: last } = await sql<{
  at: Date;
}>`SELECT max(updated_at) AS at FROM agreements`.execute(db);
const at = last[0]?.at ?? new Date();
const chosen = {
  "party of most": parties[0],
  "party of the middle": parties[Math.floor(parties.length / 2)],
};

for (const [what, one] of Object.entries(chosen)) {
  if (!one) continue;
  const { party, agreements } = one;
  const path = `/parties/${party}/actions`;
  const rows: Parameters<typeof report.table>[2] = [];
  const asking = {
    "legal officer": await reading.keyOf("legal-officer"),
    representative: await reading.keyOf("representative", party),
  };
  for (const [who, key] of Object.entries(asking)) {
    const { samples, cpu, bytes } = await reading.measure(path, key, { rounds });
    const { items } = (await (await reading.ask("GET", path, key)).json()) as { items: object[] };
    rows.push({
      what: who,
      samples,
      goals: [{ of: "ratio", most: 0.7 }],
      also: { "cpu ms": cpu.toFixed(1), KB: (bytes / 1024).toFixed(1), entries: items.length },
    });
  }
  rows.push({ what: "all agreements of the party are read", samples: await readAll(party) });
  report.table(
    `${what}: ${party}, in ${agreements.toLocaleString("en")} of ${count.toLocaleString("en")} agreements`,
    { unit: "ms", reference: "all agreements of the party are read" },
    rows,
  );
}
await reading.close();
report.close();

/** As the list would be without a choice of agreements. */
async function readAll(party: string): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < Math.max(3, rounds / 4); round++) {
    const start = performance.now();
    const { rows } = await sql<{ id: string }>`SELECT a.id FROM agreement_parties p
      JOIN agreements a ON a.id = p.agreement WHERE p.party = ${party}
      AND a.stage_name NOT IN ('draft.editing', 'withdrawn', 'lapsed')`.execute(db);
    const ids = rows.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += batch) {
      await actionsInAgreements(db, ids.slice(from, from + batch), { party, at });
    }
    samples.push(performance.now() - start);
  }
  return samples;
}

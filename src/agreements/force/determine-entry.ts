import type { Context } from "#src/context.ts";
import type { EntryDates } from "#workflows/acts.ts";
import type { Finding } from "#workflows/entry-into-force.ts";
import { entryFindings } from "#workflows/entry-of.ts";
import { type Asked, act, type Done } from "../act.ts";
import { addDeadline } from "./add-deadline.ts";

/**
 * The secretariat records when the instrument enters into force, and on which day for each party. Accepts only the
 * dates that the engine derives from the record. Stores them with their derivation.
 */
export function determineEntry(ctx: Context, asked: Asked, dates: EntryDates): Promise<Done> {
  const by = asked.person.id;
  return act(
    ctx,
    { ...asked, act: { type: "determine-entry", by, dates }, detail: dates },
    async (scene) => {
      const { tx, writes, agreement, facts, at } = scene;
      const found = entryFindings(facts);
      const findings: Record<string, Finding> = { "": found.instrument, ...found.parties };
      const known = new Set(Object.keys(facts.entry.parties));
      if (facts.entry.instrument !== null) known.add("");
      const all = Object.entries({ "": dates.instrument, ...dates.parties });
      const added = all.filter(([party]) => !known.has(party));
      writes.push(
        tx.insertInto("entry_dates").values(
          added.map(([party, on]) => ({
            agreement: agreement.id,
            party,
            on_day: on,
            derivation: JSON.stringify(findings[party]?.derivation ?? []),
            person: by,
            at,
          })),
        ),
      );
      for (const on of new Set(added.map(([, day]) => day))) {
        await addDeadline(scene, `enter-into-force/${on}`, on);
      }
      return undefined;
    },
  );
}

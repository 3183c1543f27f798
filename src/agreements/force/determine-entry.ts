import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import type { Finding } from "#workflows/entry-into-force.ts";
import { entryFindings, entryOf } from "#workflows/entry-of.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { addDeadline } from "./add-deadline.ts";

export type DeterminedEntry = {
  /** The instrument's day of entry into force. */
  instrument: CivilDate;
  /** Each party's own day, by code. */
  parties: Record<string, CivilDate>;
  /** Why the depositary determines other days than those that follow from the record. */
  reason?: string | undefined;
};

/**
 * The secretariat records when the instrument enters into force, and on which day for each party. Without a reason it
 * confirms the days that the engine derives. With one it may determine others: the act then waits for a second
 * officer, and the engine's days stay on record beside them with their derivation.
 */
export function determineEntry(ctx: Context, asked: Asked, given: DeterminedEntry): Promise<Done> {
  const { person } = asked;
  const { instrument, parties } = given;
  const dates = { instrument, parties };
  const reason =
    given.reason && checkText(given.reason, { kind: "body", language: person.language });
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "determineEntry", given },
      act: { type: "determine-entry", by: person.id, dates, reason: reason ?? "" },
      detail: { ...dates, ...(reason && { reason }) },
    },
    async (scene) => {
      const { tx, writes, agreement, facts, at } = scene;
      const found = entryFindings(facts);
      const findings: Record<string, Finding> = { "": found.instrument, ...found.parties };
      const derived = entryOf(facts);
      const derivedOn = (party: string) =>
        (party === "" ? dayOf(found.instrument) : derived?.parties[party]) ?? null;
      const other = (party: string, on: CivilDate) => reason && derivedOn(party) !== on;
      const known = new Set(Object.keys(facts.entry.parties));
      if (facts.entry.instrument !== null) known.add("");
      const all = Object.entries({ "": instrument, ...parties });
      const added = all.filter(([party]) => !known.has(party));
      writes.push(
        tx.insertInto("entry_dates").values(
          added.map(([party, on]) => ({
            agreement: agreement.id,
            party,
            participation: participationOf(agreement.id, party),
            on_day: on,
            derivation: JSON.stringify(findings[party]?.derivation ?? []),
            person: person.id,
            at,
            reason: other(party, on) ? reason : null,
            derived_on: other(party, on) ? derivedOn(party) : null,
          })),
        ),
      );
      if (reason) {
        scene.detail.derived = Object.fromEntries(added.map(([one]) => [one, derivedOn(one)]));
      }
      for (const on of new Set(added.map(([, day]) => day))) {
        await addDeadline(scene, `enter-into-force/${on}`, on);
      }
      return undefined;
    },
  );
}

/** 1, and one more for each earlier participation that has ended. */
function participationOf(agreement: string, party: string) {
  return sql<number>`(SELECT 1 + count(*) FROM evidence
    WHERE agreement = ${agreement} AND party = ${party} AND act = 'end-participation')`;
}

function dayOf(finding: Finding): CivilDate | null {
  return finding.state === "dated" ? finding.on : null;
}

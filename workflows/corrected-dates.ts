import type { Consequence } from "./consequence.ts";
import type { Finding } from "./entry-into-force.ts";
import { entryFindings } from "./entry-of.ts";
import type { Facts } from "./facts.ts";
import type { CivilDate, Terms } from "./terms.ts";

type Dates = Pick<Consequence, "parties" | "instrumentOn" | "derivation">;

/**
 * The days of entry into force that follow from the record if these terms are corrected, as far as they are other days
 * than before. Days that are on record stay (VCLT article 79(4): the depositary does not count them twice). Pure.
 */
export function correctedDates(facts: Facts, terms: Terms): Dates {
  const before = entryFindings(facts);
  const after = entryFindings({ ...facts, terms });
  const parties = Object.entries(after.parties).flatMap(([party, finding]) => {
    const entersOn = dayOf(finding);
    const stays = facts.entry.parties[party] !== undefined;
    if (stays || entersOn === null || entersOn === dayOf(before.parties[party])) return [];
    return [{ party, standing: facts.standing[party] ?? "", entersOn, endsOn: null }];
  });
  const on = dayOf(after.instrument);
  const stays = facts.entry.instrument !== null || on === dayOf(before.instrument);
  const isSame = stays && parties.length === 0;
  return {
    parties,
    instrumentOn: stays ? null : on,
    derivation: isSame ? [] : after.instrument.derivation,
  };
}

function dayOf(finding: Finding | undefined): CivilDate | null {
  return finding?.state === "dated" ? finding.on : null;
}

import type { Worded } from "#src/db/columns.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";
import { checkNames } from "#src/text/check-names.ts";

/** Refuses anyone but the secretariat, which manages parties. */
export function checkManager(by: Person): void {
  if (can(by, "manage-parties")) return;
  throw new Refusal("forbidden", "Only the secretariat cares for the parties.");
}

/** Returns a party's names in a form that an instrument can print; otherwise throws a Refusal. */
export function checkOfficial(names: Worded): Worded {
  return checkNames(names, "names");
}

type PartyEvent = { at: Date; actor: string; party: string; event: "added" | "changed" };

/** Records a change to a party's entry. The record is append-only. */
export async function recordPartyEvent(tx: Tx, event: PartyEvent, detail: object): Promise<void> {
  await tx
    .insertInto("party_events")
    .values({ ...event, detail: JSON.stringify(detail) })
    .execute();
}

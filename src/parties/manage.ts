import type { Worded } from "#src/db/columns.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";
import { checkNames } from "#src/text/check-names.ts";

/** Parties are cared for by the secretariat. */
export function checkManager(by: Person): void {
  if (can(by, "manage-parties")) return;
  throw new Refusal("forbidden", "Only the secretariat cares for the parties.");
}

/** A party's names as they may stand in an instrument; else a Refusal. */
export function checkOfficial(names: Worded): Worded {
  return checkNames(names, "names");
}

type PartyEvent = { at: Date; actor: string; party: string; event: "added" | "changed" };

/** Puts on record what was done to a party's entry; nothing there is ever changed. */
export async function recordPartyEvent(tx: Tx, event: PartyEvent, detail: object): Promise<void> {
  await tx
    .insertInto("party_events")
    .values({ ...event, detail: JSON.stringify(detail) })
    .execute();
}

import type { NewReservation } from "#src/agreements/force/reservations.ts";
import type { SigningAct } from "#workflows/terms.ts";
import { empower, fix, open, publishIt, signAll } from "./conclude.ts";
import { circulate, discuss, round, settle } from "./negotiate.ts";
import type { Table } from "./table.ts";

type How = {
  /** How many rounds end with a change of the text. */
  rounds?: number;
  /** Whether full powers are presented. */
  powers?: boolean;
  fix?: "officers" | "initials";
  as?: SigningAct;
  binding?: boolean;
  inInk?: string[];
  reservations?: NewReservation[];
};

/** From the first circulation to the publication of the sealed instrument. */
export async function conclude(table: Table, how: How): Promise<void> {
  await circulate(table);
  if (how.rounds) await discuss(table, { done: true });
  for (let nth = 0; nth < (how.rounds ?? 0); nth++) await round(table, nth);
  await settle(table);
  if (how.powers) await empower(table);
  await fix(table, how.fix);
  await open(table);
  await signAll(table, how);
  await publishIt(table);
}

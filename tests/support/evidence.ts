import { exportEvidence, exportLog } from "#src/evidence/export.ts";
import { fillLog } from "#src/evidence/fill-log.ts";
import type { Office } from "./office.ts";

/** Takes all evidence of the office into its log and signs it. */
export function fill({ ctx, log }: Office): Promise<number> {
  return fillLog({
    db: ctx.db,
    signer: log,
    now: ctx.now,
    look: "all",
    reached: async () => {},
  });
}

export async function exportOf(office: Office, agreement: string, since = 0): Promise<string> {
  const wanted = { onlyParty: null, since };
  return (await Array.fromAsync(exportEvidence(office.ctx.db, agreement, wanted))).join("");
}

export async function exportOfAll(office: Office, since = 0): Promise<string> {
  return (await Array.fromAsync(exportLog(office.ctx.db, since))).join("");
}

import type { Context } from "#src/context.ts";
import { sealingService } from "#src/people/person.ts";
import { addDays } from "#workflows/civil-date.ts";
import { lastDayToSign } from "#workflows/open-to.ts";
import { act, type Done } from "../act.ts";
import { asService } from "../as-service.ts";
import { addDeadline } from "../force/add-deadline.ts";
import { originalsDigest } from "../originals-digest.ts";

/** One original and its sealed file, by their sha-256. */
export type Sealed = {
  original: string;
  originalDigest: string;
  digest: string;
  level: string;
  trusted: boolean;
  /** Sentences: which revocations are unknown, and why a level was not reached. */
  warnings?: string[];
};

export type SealReport = { agreement: string; number: number; seals: Sealed[] };

/** The sealing job's report. The first commit is the seal; the stage refuses every other one. */
export async function reportSealed(ctx: Context, report: SealReport): Promise<Done> {
  const { agreement, number, seals } = report;
  const originals = seals.map((one) => ({ original: one.original, digest: one.originalDigest }));
  const original = await originalsDigest(originals);
  return act(
    ctx,
    asService(
      agreement,
      { type: "report-sealed", by: sealingService.id, original },
      { original, seals },
    ),
    async (scene) => {
      const { tx, writes, at, facts } = scene;
      const last = lastDayToSign(facts);
      // Open until its entry into force, it closes with that act.
      const isDated = last !== null && facts.terms.participation?.signature?.until !== "entry";
      if (isDated) await addDeadline(scene, "close-signature", addDays(last, 1));
      const rows = seals.map(({ originalDigest, warnings: _, ...seal }) => ({
        agreement,
        number,
        ...seal,
        original_digest: originalDigest,
        at,
      }));
      writes.push(tx.insertInto("seals").values(rows));
      return undefined;
    },
  );
}

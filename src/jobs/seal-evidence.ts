import { setTimeout as sleep } from "node:timers/promises";
import { findAgreement } from "#src/agreements/find.ts";
import { findFile } from "#src/archive/find-file.ts";
import { fillLog } from "#src/evidence/fill-log.ts";
import { type Annex, readAnnex } from "#src/evidence/read-annex.ts";
import { typesetEvidenceAnnex } from "#src/pdf/evidence-annex.ts";
import { sealFile } from "#src/pdf/seal.ts";
import { sealingService } from "#src/people/person.ts";
import type { Room, Task } from "./room.ts";

/** Typesets and seals the evidence annex, a file of its own that names the instrument's digest. */
export async function sealEvidence(room: Room, task: Task): Promise<void> {
  const { ctx, sealKey, witness, reached } = room;
  const agreement = await findAgreement(ctx.db, task.agreement, sealingService);
  if (await findFile(ctx.db, agreement, "evidence")) return;
  const annex = await untilLogged(room, () =>
    readAnnex(ctx.db, agreement, { number: task.number, until: task.created_at }),
  );
  const pdf = await typesetEvidenceAnnex({
    ...annex,
    trusted: sealKey.trusted,
    date: task.created_at.toISOString(),
  });
  const sealed = await sealFile(pdf, {
    key: sealKey,
    witness,
    at: task.created_at,
    language: agreement.languages[0] ?? "en",
    reference: agreement.reference,
  });
  await reached("annex-sealed");
  const digest = await ctx.objects.put(sealed.pdf);
  await reached("annex-stored");
  await ctx.db
    .insertInto("annexes")
    .values({ agreement: agreement.id, number: task.number, digest, at: ctx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * What the annex says once the log has taken it; this job orders that itself. A log that is busy is given
 * five seconds, one that cannot be written none: then the annex says that it is not in the log yet.
 */
async function untilLogged(room: Room, read: () => Promise<Annex>): Promise<Annex> {
  const { ctx, log: signer, reached } = room;
  for (let tries = 0; ; tries++) {
    const filled = await fillLog({
      db: ctx.db,
      signer,
      now: ctx.now,
      look: "recent",
      reached,
    }).then(
      () => true,
      () => false,
    );
    const annex = await read();
    if (annex.checkpoint !== null || !filled || tries === 50) return annex;
    await sleep(100);
  }
}

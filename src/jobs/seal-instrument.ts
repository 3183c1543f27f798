import { type AgreementRow, findAgreement } from "#src/agreements/find.ts";
import { reportSealFailed } from "#src/agreements/service/report-seal-failed.ts";
import { reportSealed, type Sealed } from "#src/agreements/service/report-sealed.ts";
import { checkConsent } from "#src/agreements/signing/check-consent.ts";
import { findFile } from "#src/archive/find-file.ts";
import { loggedBefore } from "#src/evidence/logged-before.ts";
import { sealInstrument as seal } from "#src/pdf/seal.ts";
import { sealingService } from "#src/people/person.ts";
import type { JobContext, Task } from "./job-context.ts";
import { sealTimeOf } from "./seal-time.ts";
import { untilLogged } from "./until-logged.ts";

/**
 * Seals each signed original and reports them. However often it fails and runs again, there is one sealed file of each:
 * the report and the seal's row are one act, and the first to commit is the seal.
 */
export async function sealInstrument(context: JobContext, task: Task): Promise<void> {
  const { db } = context.ctx;
  const agreement = await findAgreement(db, task.agreement, sealingService);
  if (await findFile(db, agreement, "sealed")) {
    return context.ctx.log.info("job-needless", { why: "sealed-already" });
  }
  try {
    await sealAndReport(context, task, agreement);
  } catch (error) {
    // Another run of this job was first: its seal counts.
    if (!(await findFile(db, agreement, "sealed"))) throw error;
  }
}

async function sealAndReport(
  context: JobContext,
  task: Task,
  agreement: AgreementRow,
): Promise<void> {
  const { ctx, sealKey, timestamping, sealRevocation, reached } = context;
  await reached("seal-begun");
  const originals = await checkConsent(ctx.db, agreement.id, task.number);
  const until = { agreement: agreement.id, until: task.created_at };
  const index = await untilLogged(
    context,
    () => loggedBefore(ctx.db, until),
    (found) => found !== null,
  );
  const seals: Sealed[] = [];
  for (const { original, digest: originalDigest, file, signed, consents, unsigned } of originals) {
    const bytes = await ctx.objects.get(file);
    // An unmounted store has no files: what is on record may be back tomorrow.
    if (!bytes) throw new Error("The original is missing from the store.");
    await reached("original-fetched");
    const now = ctx.now();
    const { pdf, level, trusted, warnings } = await seal(bytes, {
      signatures: consents,
      signed,
      unsigned,
      key: sealKey,
      timestamping,
      revocation: sealRevocation,
      at: sealTimeOf(task, now),
      now,
      language: agreement.languages[0] ?? "en",
      zone: agreement.terms.zone,
      reference: agreement.reference,
      log: index === null ? null : { origin: context.log.name, index },
    });
    await reached("sealed");
    const digest = await ctx.objects.put(pdf);
    await reached("seal-stored");
    seals.push({ original, originalDigest, digest, level, trusted, warnings });
  }
  await reportSealed(ctx, { agreement: agreement.id, number: task.number, seals });
  await reached("seal-reported");
}

/** Puts the failure on the agreement's record, where an officer can order the seal again. */
export async function giveUpSealing(
  { ctx }: JobContext,
  task: Task,
  reason: string,
): Promise<void> {
  const agreement = await findAgreement(ctx.db, task.agreement, sealingService);
  if (agreement.stage_name !== "sign.sealing") return;
  await reportSealFailed(ctx, { agreement: agreement.id, reason });
}

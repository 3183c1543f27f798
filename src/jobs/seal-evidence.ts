import { findAgreement } from "#src/agreements/find.ts";
import { findFile } from "#src/archive/find-file.ts";
import { readAnnex } from "#src/evidence/read-annex.ts";
import { typesetEvidenceAnnex } from "#src/pdf/evidence-annex.ts";
import { sealFile } from "#src/pdf/seal.ts";
import { sealingService } from "#src/people/person.ts";
import type { JobContext, Task } from "./job-context.ts";
import { sealTimeOf } from "./seal-time.ts";
import { untilLogged } from "./until-logged.ts";

/** Typesets and seals the evidence annex, a separate file that names the instrument's digest. */
export async function sealEvidence(context: JobContext, task: Task): Promise<void> {
  const { ctx, sealKey, timestamping, sealRevocation, log, reached } = context;
  const agreement = await findAgreement(ctx.db, task.agreement, sealingService);
  if (await findFile(ctx.db, agreement, "evidence")) {
    return ctx.log.info("job-needless", { why: "sealed-already" });
  }
  const annex = await untilLogged(
    context,
    () => readAnnex(ctx.db, agreement, { number: task.number, until: task.created_at }),
    ({ checkpoint }) => checkpoint !== null,
  );
  const index = annex.events.at(-1)?.logged ?? null;
  const pdf = await typesetEvidenceAnnex({
    ...annex,
    trusted: sealKey.trusted,
    verifyUrl: `${context.publicUrl}/verify?agreement=${agreement.id}`,
    date: task.created_at.toISOString(),
  });
  const now = ctx.now();
  const sealed = await sealFile(pdf, {
    key: sealKey,
    timestamping,
    revocation: sealRevocation,
    at: sealTimeOf(task, now),
    now,
    language: agreement.languages[0] ?? "en",
    zone: agreement.terms.zone,
    reference: agreement.reference,
    log: index === null ? null : { origin: log.name, index },
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

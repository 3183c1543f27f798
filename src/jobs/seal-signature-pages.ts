import { type AgreementRow, findAgreement } from "#src/agreements/find.ts";
import { reportPaper } from "#src/agreements/service/report-paper.ts";
import {
  consentOf,
  type LaterSignature,
  laterSignatures,
  signaturePage,
  signaturePageForm,
} from "#src/agreements/signing/signature-page.ts";
import { loggedBefore } from "#src/evidence/logged-before.ts";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { sealInstrument as seal } from "#src/pdf/seal.ts";
import { sealingService } from "#src/people/person.ts";
import type { ActForm } from "#src/text/act-form.ts";
import type { JobContext, Task } from "./job-context.ts";
import { sealTimeOf } from "./seal-time.ts";
import { untilLogged } from "./until-logged.ts";

/**
 * Typesets and seals a page for each signature that was given after the first seal. The sealed original never changes.
 * However often it runs, each signature has one page: the table refuses a second one.
 */
export async function sealSignaturePages(context: JobContext, task: Task): Promise<void> {
  const { ctx } = context;
  const agreement = await findAgreement(ctx.db, task.agreement, sealingService);
  const waiting = await laterSignatures(ctx.db, agreement, task.number);
  if (waiting.length === 0) return ctx.log.info("job-needless", { why: "sealed-already" });
  const form = await signaturePageForm(ctx.db);
  const faults: unknown[] = [];
  for (const one of waiting) {
    // One page that cannot be made keeps no other one back.
    await sealOne(context, task, { agreement, form, one }).catch((fault) => faults.push(fault));
  }
  if (faults.length > 0) throw faults[0];
}

type Page = { agreement: AgreementRow; form: ActForm; one: LaterSignature };

async function sealOne(
  context: JobContext,
  task: Task,
  { agreement, form, one }: Page,
): Promise<void> {
  const { ctx, sealKey, timestamping, sealRevocation, reached } = context;
  const until = { agreement: agreement.id, until: new Date(one.at) };
  const index = await untilLogged(
    context,
    () => loggedBefore(ctx.db, until),
    (found) => found !== null,
  );
  const { pdf } = await typesetInstrument(signaturePage(agreement, form, one), {
    id: `${agreement.id}-${task.number}-signature-${one.party}`,
    date: new Date(one.at).toISOString(),
  });
  await reached("page-typeset");
  const now = ctx.now();
  const sealed = await seal(pdf, {
    signatures: [consentOf(one)],
    key: sealKey,
    timestamping,
    revocation: sealRevocation,
    at: sealTimeOf({ created_at: new Date(one.at) }, now),
    now,
    language: agreement.languages[0] ?? "en",
    zone: agreement.terms.zone,
    reference: agreement.reference,
    log: index === null ? null : { origin: context.log.name, index },
  });
  await reached("page-sealed");
  const digest = await ctx.objects.put(sealed.pdf);
  await reached("page-stored");
  const { level, trusted, warnings } = sealed;
  const kind = "signature-page" as const;
  const paper = { kind, party: one.party, digest, level, trusted, warnings };
  await reportPaper(ctx, { agreement: agreement.id, number: task.number, ...paper });
  await reached("page-reported");
}

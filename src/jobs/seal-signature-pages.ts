import { type AgreementRow, findAgreement } from "#src/agreements/find.ts";
import {
  consentOf,
  type LaterSignature,
  laterSignatures,
  signaturePage,
  signaturePageForm,
} from "#src/agreements/signing/signature-page.ts";
import { sealingService } from "#src/people/person.ts";
import type { ActForm } from "#src/text/act-form.ts";
import type { JobContext, Task } from "./job-context.ts";
import { sealPaper } from "./seal-paper.ts";

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
  { number }: Task,
  { agreement, form, one }: Page,
): Promise<void> {
  await sealPaper(context, {
    agreement,
    number,
    kind: "signature-page",
    subject: one.party,
    party: one.party,
    source: signaturePage(agreement, form, one),
    signatures: [consentOf(one)],
    at: new Date(one.at),
  });
}

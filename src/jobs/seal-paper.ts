import type { AgreementRow } from "#src/agreements/find.ts";
import { reportPaper, type SealedPaper } from "#src/agreements/service/report-paper.ts";
import { loggedBefore } from "#src/evidence/logged-before.ts";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { type Attestation, sealInstrument } from "#src/pdf/seal.ts";
import type { Source } from "#src/text/source.ts";
import type { JobContext } from "./job-context.ts";
import { sealTimeOf } from "./seal-time.ts";
import { untilLogged } from "./until-logged.ts";

/** A paper that the depositary seals after the instrument. */
export type UnsealedPaper = {
  agreement: AgreementRow;
  /** The number of the text that it concerns. */
  number: number;
  kind: SealedPaper["kind"];
  subject: string;
  party: string | null;
  source: Source;
  /** The consents that the depositary's key attests on it; a field for each. */
  signatures?: Attestation[];
  /** When what it records happened. The paper states this time, so a repeated job makes the same page. */
  at: Date;
};

/**
 * Typesets, seals, stores and reports one paper. However often it runs, a subject has one paper: the table refuses a
 * second one. The seal names the last act before `at` in the evidence log.
 */
export async function sealPaper(context: JobContext, paper: UnsealedPaper): Promise<void> {
  const { ctx, sealKey, timestamping, sealRevocation, reached } = context;
  const { agreement, number, kind, subject, party, source, signatures = [], at } = paper;
  const until = { agreement: agreement.id, until: at };
  const index = await untilLogged(
    context,
    () => loggedBefore(ctx.db, until),
    (found) => found !== null,
  );
  const { pdf } = await typesetInstrument(source, {
    id: `${agreement.id}-${number}-${kind}-${subject}`,
    date: at.toISOString(),
  });
  await reached("page-typeset");
  const now = ctx.now();
  const sealed = await sealInstrument(pdf, {
    signatures,
    key: sealKey,
    timestamping,
    revocation: sealRevocation,
    at: sealTimeOf({ created_at: at }, now),
    now,
    language: source.languages[0] ?? "en",
    zone: agreement.terms.zone,
    reference: agreement.reference,
    log: index === null ? null : { origin: context.log.name, index },
  });
  await reached("page-sealed");
  const digest = await ctx.objects.put(sealed.pdf);
  await reached("page-stored");
  const { level, trusted, warnings } = sealed;
  const about = { agreement: agreement.id, number, kind, subject, party };
  await reportPaper(ctx, { ...about, digest, level, trusted, warnings });
  await reached("page-reported");
}

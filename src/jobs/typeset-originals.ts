import { type AgreementRow, findAgreement } from "#src/agreements/find.ts";
import { type Original, reportTypeset } from "#src/agreements/service/report-typeset.ts";
import { reportTypesetFailed } from "#src/agreements/service/report-typeset-failed.ts";
import { readSource } from "#src/agreements/text/read-source.ts";
import { findFile } from "#src/archive/find-file.ts";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { sealingService } from "#src/people/person.ts";
import { alternatOf } from "#src/text/alternat.ts";
import { exchangedSources } from "#src/text/exchange.ts";
import type { Source } from "#src/text/source.ts";
import type { JobContext, Task } from "./job-context.ts";

/**
 * Typesets the authenticated text as the original that is shown and signed, and reports it. A second run makes the same
 * bytes, and its report finds the first.
 */
export async function typesetOriginals(
  { ctx, reached, attachSource }: JobContext,
  task: Task,
): Promise<void> {
  const agreement = await findAgreement(ctx.db, task.agreement, sealingService);
  if (await findFile(ctx.db, agreement, "original")) {
    return ctx.log.info("job-needless", { why: "typeset-already" });
  }
  const source = await readSource(ctx.db, agreement, task.number);
  const originals: Original[] = [];
  for (const { name, source: own } of originalsOf(agreement, source)) {
    const { pdf, pages } = await typesetInstrument(own, {
      id: `${agreement.id}-${task.number}${name === "common" ? "" : `-${name}`}`,
      date: task.created_at.toISOString(),
      attachSource,
    });
    await reached("original-typeset");
    originals.push({ original: name, digest: await ctx.objects.put(pdf), pages });
    await reached("original-stored");
  }
  await reportTypeset(ctx, { agreement: agreement.id, number: task.number, originals });
  await reached("original-reported");
}

/**
 * One original for all; if the alternat applies, one for each party, which names that party first. In an exchange (VCLT
 * article 13) each party's own note, letter or instrument.
 */
function originalsOf({ terms }: AgreementRow, source: Source): { name: string; source: Source }[] {
  const { alternat, exchange, binding } = terms;
  if (exchange) {
    const each = exchangedSources(source, { exchange, binding });
    return each.map(({ party, source: own }) => ({ name: party, source: own }));
  }
  if (alternat === "none") return [{ name: "common", source }];
  const codes = source.parties.flatMap(({ code }) => code ?? []);
  return codes.map((code) => ({ name: code, source: alternatOf(source, code, alternat) }));
}

/** Returns the agreement to its drafters with the reason, unless an original exists after all. */
export async function giveUpTypesetting(
  { ctx }: JobContext,
  task: Task,
  reason: string,
): Promise<void> {
  const agreement = await findAgreement(ctx.db, task.agreement, sealingService);
  if (agreement.stage_name !== "sign.authenticated") return;
  if (await findFile(ctx.db, agreement, "original")) return;
  await reportTypesetFailed(ctx, { agreement: agreement.id, reason });
}

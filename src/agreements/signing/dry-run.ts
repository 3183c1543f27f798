import type { Context } from "#src/context.ts";
import { civilDate } from "#workflows/civil-date.ts";
import type { Facts } from "#workflows/facts.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { checkRight, judge } from "../act.ts";
import { readFacts } from "../facts.ts";
import { type AgreementRow, findAgreement } from "../find.ts";
import type { Command } from "../scene.ts";

/**
 * Checks whether an act would be taken now, and changes nothing. The act itself is checked again when it comes. Throws
 * the same Refusal as the act would.
 *
 * @returns the agreement, what is on record about it, the day in its zone, and where the party would stand
 */
export async function dryRun(
  ctx: Context,
  command: Command,
): Promise<{
  agreement: AgreementRow;
  facts: Facts;
  today: CivilDate;
  standing: string | null;
}> {
  const agreement = await findAgreement(ctx.db, command.agreement, command.person);
  checkRight(command);
  const facts = await readFacts(ctx.db, agreement.id);
  const today = civilDate(ctx.now().toISOString(), facts.terms.zone);
  const { standing } = judge({ agreement, facts, today }, command);
  return { agreement, facts, today, standing: standing[command.person.party ?? ""] ?? null };
}

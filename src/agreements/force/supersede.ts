import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { problemWords } from "#src/text/problem-words.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { readLaterAgreement } from "./later-agreement.ts";

export type Superseding = {
  /** The later agreement. */
  successor: string;
  ground: "intention" | "incompatibility";
  effect: "termination" | "suspension";
  /** The officer's statement that both concern the same matter, and how the ground shows. */
  reason: string;
  /** The article, resolution or other source that says so, if there is one. */
  reference: string;
  /** The day from which it applies; today if absent. */
  on?: CivilDate | undefined;
  file?: string | undefined;
};

/**
 * Two officers record that a later agreement replaces or suspends this one (VCLT article 59). It must be on the same
 * matter and in force between all parties to this one. Throws a Refusal that names the parties which have not joined
 * the later one.
 */
export async function supersede(ctx: Context, asked: Asked, given: Superseding): Promise<Done> {
  const { agreement: earlier, person } = asked;
  const { successor, ground, effect, file } = given;
  const check = (text: string) => checkText(text, { kind: "body", language: person.language });
  const said = { ground, effect, reason: check(given.reason), reference: check(given.reference) };
  const named = { earlier, later: successor, person };
  const later = await readLaterAgreement(ctx.db, named);
  const on = given.on ?? "today";
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "supersede", given, day: "on" },
      act: { type: "supersede", by: person.id, successor, on, ground, effect, later },
      detail: { successor, on, ...said, ...(file && { file }) },
    },
    async ({ tx, agreement, at }) => {
      if (file) await nameFile({ tx, agreement, at }, file);
      // The later agreement is not locked. The outcome relies on the state read here.
      const now = await readLaterAgreement(tx, named);
      if (JSON.stringify(now) !== JSON.stringify(later)) {
        throw new Refusal("stale-version", problemWords("stale-version", "en"));
      }
      return undefined;
    },
  );
}

import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { problemWords } from "#src/text/problem-words.ts";
import type { LaterAgreement } from "#workflows/acts.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { readLaterAgreement } from "./later-agreement.ts";

export type SupersedingBetween = {
  parties: string[];
  basis: "later-treaty" | "modification";
  /** The later agreement as all may know it, and where it is published or recorded. */
  title: string;
  source: string;
  /** Its id, if the office keeps it. */
  successor?: string | undefined;
  /** When the other parties were notified of the intention and of the modification (VCLT article 41(2)). */
  notifiedOn?: CivilDate | undefined;
  reason: string;
  /** The day from which it applies; today if absent. */
  on?: CivilDate | undefined;
  file?: string | undefined;
};

/**
 * Two officers record that a later agreement applies between some of the parties (VCLT articles 30(4)(a) and 41). This
 * one goes on for the others, and between those as far as the two are compatible (30(3)). One that the office keeps must
 * be later and in force for all of them; another is named by its title and source, and the officers answer for it.
 */
export async function supersedeBetween(
  ctx: Context,
  asked: Asked,
  given: SupersedingBetween,
): Promise<Done> {
  const { agreement: earlier, person } = asked;
  const { basis, successor, notifiedOn, file } = given;
  const check = (text: string) => checkText(text, { kind: "body", language: person.language });
  const parties = [...new Set(given.parties)];
  const [title, source, reason] = [given.title, given.source, given.reason].map(check);
  const on = given.on ?? "today";
  const later = successor
    ? await readLaterAgreement(ctx.db, { earlier, later: successor, person })
    : namedOnly(parties);
  const said = { parties, basis, title: title ?? "", on };
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "supersedeBetween", given, day: "on" },
      act: {
        type: "supersede-between",
        by: person.id,
        ...said,
        later,
        kept: successor !== undefined,
        notified: notifiedOn !== undefined,
      },
      detail: {
        ...said,
        source,
        reason,
        ...(successor && { successor }),
        ...(notifiedOn && { notifiedOn }),
        ...(file && { file }),
      },
    },
    async (scene) => {
      scene.detail.on = on === "today" ? scene.today : on;
      if (notifiedOn && notifiedOn > scene.today) throw ahead(notifiedOn, scene.today);
      if (file) await nameFile(scene, file);
      return undefined;
    },
  );
}

/** What the officers state about an agreement that the office does not keep. */
function namedOnly(parties: string[]): LaterAgreement {
  return { isAnother: true, isLater: true, inForce: true, parties, since: {} };
}

function ahead(day: CivilDate, today: CivilDate): Refusal {
  return new Refusal("day-not-come", problemWords("day-not-come", "en"), {
    errors: [{ pointer: "/notifiedOn", detail: `${day} lies after ${today}` }],
  });
}

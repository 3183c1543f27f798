import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { ruleOfSuspension, type Suspension, type suspensionBases } from "#workflows/suspensions.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { checkProvisions } from "./reservations.ts";

export type SuspendingBetween = {
  parties: string[];
  basis: (typeof suspensionBases)[number];
  /** The clause, decision or agreement, as all may know it. */
  title: string;
  from: CivilDate;
  /** Its last day; it lasts until it is resumed if absent. */
  until?: CivilDate | undefined;
  /** The provisions concerned; the whole instrument if absent. */
  articles?: number[] | undefined;
  /** When the other parties were notified of the agreement and of the provisions (VCLT article 58(2)). */
  notifiedOn?: CivilDate | undefined;
  /** How the contracting States were consulted, if all agree (57(b)). */
  consultation?: string | undefined;
  reason: string;
  file?: string | undefined;
};

/**
 * Two officers record that the operation of the instrument, or of a part of it, is suspended between some of the parties
 * (VCLT articles 57 and 58). It stays in force, the others apply it as before, and these are released from performing it
 * to each other (72). Whether the text permits it, and others are not affected (58(1)(b)), the officers state.
 */
export async function suspendBetween(
  ctx: Context,
  asked: Asked,
  given: SuspendingBetween,
): Promise<Done> {
  const { person } = asked;
  const { basis, from, until = null, notifiedOn = null, file } = given;
  const articles = [...new Set(given.articles)];
  const check = (text: string) => checkText(text, { kind: "body", language: person.language });
  const parties = [...new Set(given.parties)];
  const [title = "", reason] = [given.title, given.reason].map(check);
  const consultation = given.consultation && check(given.consultation);
  if (until !== null && until < from) throw outOfOrder("/until", `${until} lies before ${from}`);
  const suspended: Omit<Suspension, "resumedOn"> = {
    id: ctx.id(),
    by: null,
    ...{ parties, from, until, basis, articles, title, notifiedOn },
    claim: null,
    rule: ruleOfSuspension(basis),
  };
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "suspendBetween", given },
      act: {
        type: "suspend-between",
        by: person.id,
        ...{ parties, basis, from, articles },
        notified: notifiedOn !== null,
        consulted: basis !== "all-agree" || Boolean(consultation),
      },
      detail: { suspended, reason, ...(consultation && { consultation }), ...(file && { file }) },
    },
    async (scene) => {
      await checkProvisions(scene, articles, person.language);
      if (notifiedOn && notifiedOn > scene.today) {
        throw new Refusal("day-not-come", problemWords("day-not-come", "en"), {
          errors: [{ pointer: "/notifiedOn", detail: `${notifiedOn} lies after ${scene.today}` }],
        });
      }
      if (file) await nameFile(scene, file);
      return undefined;
    },
  );
}

export type ResumingBetween = {
  suspension: string;
  reason: string;
  /** The day from which it operates again; today if absent. */
  on?: CivilDate | undefined;
  file?: string | undefined;
};

/** Two officers record that the operation is resumed between these parties, before the end of its suspension or without one. */
export function resumeBetween(ctx: Context, asked: Asked, given: ResumingBetween): Promise<Done> {
  const { person } = asked;
  const { suspension, file, on = "today" } = given;
  const reason = checkText(given.reason, { kind: "body", language: person.language });
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "resumeBetween", given, day: "on" },
      act: { type: "resume-between", by: person.id, suspension, on },
      detail: { suspension, reason, ...(file && { file }) },
    },
    async (scene) => {
      const made = scene.facts.suspensions.find(({ id }) => id === suspension);
      Object.assign(scene.detail, {
        on: on === "today" ? scene.today : on,
        parties: made?.parties ?? [],
        title: made?.title ?? "",
      });
      if (file) await nameFile(scene, file);
      return undefined;
    },
  );
}

/** Days that do not follow each other. */
export function outOfOrder(pointer: string, detail: string): Refusal {
  return new Refusal("days-out-of-order", problemWords("days-out-of-order", "en"), {
    errors: [{ pointer, detail }],
  });
}

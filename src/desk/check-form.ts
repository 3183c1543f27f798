import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { type CheckAnswers, checklistOf, type DeskKind } from "./kinds.ts";
import { note, onPaper, refuseReturned } from "./on-paper.ts";

/** Answers questions of the checklist. The last answer to each counts; the earlier ones stay on record. */
export function checkForm(
  ctx: Context,
  by: Person,
  { id, answers }: { id: string; answers: CheckAnswers },
): Promise<void> {
  return onPaper(ctx, by, id, async (tx, entry) => {
    refuseReturned(entry);
    const asked = checklistOf({ direction: entry.direction, kind: entry.kind as DeskKind });
    const unasked = Object.keys(answers).filter((check) => !asked.some((one) => one === check));
    if (unasked.length > 0) {
      throw new Refusal("malformed-request", "The checklist of this kind is another one.", {
        errors: unasked.map((check) => ({
          pointer: `/answers/${check}`,
          detail: "is not asked of a paper of this kind",
        })),
      });
    }
    await note(tx, ctx, by, id, "checked", { answers });
  });
}

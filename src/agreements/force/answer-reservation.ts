import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import { type Asked, act, type Done } from "../act.ts";
import { partyFor } from "../party-for.ts";

export type Answer = {
  party?: string | undefined;
  reservation: string;
  act: "acceptance" | "objection" | "confirmation" | "withdrawal";
  reason: string;
};

const types = {
  acceptance: "answer-reservation",
  objection: "answer-reservation",
  confirmation: "confirm-reservation",
  withdrawal: "withdraw-reservation",
} as const;

/**
 * Records an answer to a reservation. Another party accepts it or objects within its time (VCLT article 20(5)). The
 * reserving party confirms it on the day of its ratification (23(2)) or withdraws it (22).
 */
export function answerReservation(ctx: Context, asked: Asked, answer: Answer): Promise<Done> {
  const { person } = asked;
  const { reservation } = answer;
  const party = partyFor(person, answer.party);
  const reason =
    answer.reason && checkText(answer.reason, { kind: "body", language: person.language });
  const said = { reservation, act: answer.act, reason };
  return act(
    ctx,
    {
      ...asked,
      act: { type: types[answer.act], by: person.id, party, reservation, on: "today" },
      detail: said,
    },
    async ({ tx, writes, at, today }) => {
      writes.push(
        tx
          .insertInto("reservation_acts")
          .values({ ...said, party, person: person.id, on_day: today, at }),
      );
      return undefined;
    },
  );
}

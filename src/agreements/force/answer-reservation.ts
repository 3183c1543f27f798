import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import type { Act, ActType } from "#workflows/acts.ts";
import { lateKind } from "#workflows/communications.ts";
import type { ObjectionGround } from "#workflows/reservation-record.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { communicationOf } from "../communication-of.ts";
import { nameFile } from "../name-file.ts";
import { partyFor } from "../party-for.ts";
import { settleSoon } from "../settle-soon.ts";

export type Answer = {
  party?: string | undefined;
  reservation: string;
  act: keyof typeof types;
  /** The State's own words: why it objects, or how it sees a declaration. */
  reason: string;
  /** Of an objection: the State definitely says that the treaty does not enter into force between the two. */
  excludes?: boolean | undefined;
  /** Of an objection: why the State disputes that the reservation is valid. */
  ground?: ObjectionGround | undefined;
  /** The day on which the depositary received the note, if an officer records it. */
  on?: CivilDate | undefined;
  file?: string | undefined;
};

const types = {
  acceptance: "answer-reservation",
  objection: "answer-reservation",
  "objection-withdrawal": "withdraw-objection",
  confirmation: "confirm-reservation",
  withdrawal: "withdraw-reservation",
  approval: "react-to-declaration",
  opposition: "react-to-declaration",
  reclassification: "react-to-declaration",
} as const satisfies Record<string, ActType>;

/**
 * Records what a State says about a reservation or a declaration. Another State accepts the reservation or objects
 * within its time (VCLT article 20(5)), with or without the exclusion of treaty relations (20(4)(b)), and may withdraw
 * its objection (22(2)). The reserving State confirms the reservation on the day of its ratification (23(2)) or withdraws
 * it (22(1)). An objection after the time is recorded as a communication, and the reservation stays accepted. An officer may record a note of that State, from the day on which the depositary received it (78(b)).
 */
export function answerReservation(ctx: Context, asked: Asked, answer: Answer): Promise<Done> {
  const { person } = asked;
  const { reservation, file } = answer;
  const party = partyFor(person, answer.party);
  const on = person.party === null ? (answer.on ?? "today") : "today";
  const reason =
    answer.reason && checkText(answer.reason, { kind: "body", language: person.language });
  const said = { reservation, act: answer.act, reason, ...ofObjection(answer) };
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "answerReservation", given: { ...answer, party }, day: "on" },
      act: actOf(answer.act, { by: person.id, party, reservation, on }),
      detail: { ...said, ...(on !== "today" && { on }), ...(file && { file }) },
    },
    async (scene) => {
      const { tx, writes, facts, at, today } = scene;
      if (file) await nameFile(scene, file);
      const on_day = on === "today" ? today : on;
      const late = lateKind(facts, actOf(answer.act, { by: "", party, reservation, on: on_day }));
      const kept = late ? { ...said, act: lateObjection } : said;
      if (late) {
        Object.assign(scene.detail, { act: lateObjection, communication: late });
        writes.push(communicationOf(scene, { party, person, on_day, late, reservation, reason }));
      }
      writes.push(
        tx.insertInto("reservation_acts").values({ ...kept, party, person: person.id, on_day, at }),
      );
      await settleSoon(scene);
      return undefined;
    },
  );
}

/** An objection after its time, as the record of the reservation names it. */
const lateObjection = "late-objection" as const;

type Named = { by: string; party: string; reservation: string; on: CivilDate };

function actOf(kind: Answer["act"], named: Named): Act {
  const type = types[kind];
  if (type !== "answer-reservation") return { type, ...named };
  return { type, ...named, objects: kind === "objection" };
}

/** Only an objection excludes relations or disputes validity. Throws a Refusal for any other answer that does. */
function ofObjection({ act: kind, excludes, ground }: Answer) {
  if (kind === "objection") return { excludes: excludes ?? false, ground: ground ?? null };
  if (!excludes && !ground) return {};
  const pointer = excludes ? "/excludes" : "/ground";
  throw new Refusal("malformed-request", "Only an objection can say this.", {
    errors: [{ pointer, detail: "belongs to an objection" }],
  });
}

import type { Compilable } from "kysely";
import type { Person } from "#src/people/person.ts";
import type { CommunicationKind } from "#workflows/communications.ts";
import type { CivilDate } from "#workflows/terms.ts";
import type { Scene } from "./scene.ts";

type Late = {
  party: string;
  person: Pick<Person, "id">;
  on_day: CivilDate;
  late: CommunicationKind;
  reason: string;
  /** The reservation that it objects to, too late. */
  reservation?: string;
};

/** Writes an objection that came too late into the list of the party's acts, as a communication. */
export function communicationOf(scene: Scene, late: Late): Compilable {
  const { tx, agreement, facts, at } = scene;
  const { party, person, on_day, reason, reservation } = late;
  const concerning = facts.reservations.find(({ id }) => id === reservation)?.party;
  const detail = {
    communication: late.late,
    text: reason,
    ...(reservation && { reservation }),
    ...(concerning && { concerning }),
  };
  return tx.insertInto("party_acts").values({
    ...{ agreement: agreement.id, seq: agreement.version + 1, number: agreement.text_version },
    ...{ party, act: "communicate", person: person.id, on_day, at },
    detail: JSON.stringify(detail),
  });
}

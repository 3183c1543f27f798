import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import { addDays } from "#workflows/civil-date.ts";
import { lateUntil } from "#workflows/late-reservations.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { partyFor } from "../party-for.ts";
import { addDeadline } from "./add-deadline.ts";
import { checkArticles, checkReservations, reservingBy } from "./reservations.ts";

export type LateReservation = {
  party?: string | undefined;
  language: string;
  text: string;
  articles: number[];
  /** The reservation of the same State that it enlarges. */
  replaces?: string | undefined;
  /** The day on which the depositary received it, if an officer records it. */
  on?: CivilDate | undefined;
  file?: string | undefined;
  reason?: string | undefined;
};

/**
 * Circulates a reservation made after the consent. It is deposited only if no contracting State objects within the
 * text's period, else within twelve months from its circulation (practice; Treaty Handbook, 3.5.3; ILC Guide 2.3.1). The
 * period runs from the day on which the office records it, which is the day of its circulation.
 */
export function lodgeLateReservation(
  ctx: Context,
  asked: Asked,
  given: LateReservation,
): Promise<Done> {
  const { person } = asked;
  const { language, text, articles, replaces = null, file } = given;
  const party = partyFor(person, given.party);
  const on = person.party === null ? (given.on ?? "today") : "today";
  const reason =
    given.reason && checkText(given.reason, { kind: "body", language: person.language });
  const lodged = checkReservations(ctx, [{ kind: "reservation", language, text, articles }]);
  const [made] = lodged;
  if (!made) throw new Error("One reservation was checked and none returned.");
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "lodgeLateReservation", given: { ...given, party }, day: "on" },
      act: {
        type: "lodge-late-reservation",
        by: person.id,
        party,
        on,
        replaces,
        ...reservingBy(lodged),
      },
      detail: { reservation: made, replaces, ...(file && { file }), ...(reason && { reason }) },
    },
    async (scene) => {
      const { tx, writes, agreement, facts, at, today } = scene;
      if (file) await nameFile(scene, file);
      await checkArticles(tx, agreement, lodged, () => "/articles");
      writes.push(
        tx.insertInto("reservations").values({
          ...made,
          agreement: agreement.id,
          party,
          person: person.id,
          standing: facts.standing[party] ?? "",
          made_on: on === "today" ? today : on,
          circulated_on: today,
          replaces,
          at,
        }),
      );
      const day = addDays(lateUntil(facts.terms, { circulatedOn: today }), 1);
      await addDeadline(scene, `settle-reservations/${made.id}`, day);
      return undefined;
    },
  );
}

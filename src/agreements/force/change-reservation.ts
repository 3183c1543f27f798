import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { partyFor } from "../party-for.ts";
import { checkArticles } from "./reservations.ts";

export type ReservationChange = {
  party?: string | undefined;
  reservation: string;
  language: string;
  /** What is left of the reservation. */
  text: string;
  /** The articles that it still concerns; empty if it concerns the whole instrument. */
  articles: number[];
  on?: CivilDate | undefined;
  file?: string | undefined;
  reason?: string | undefined;
};

/**
 * Records the partial withdrawal of a reservation: new words that narrow it (VCLT article 22(1); ILC Guide 2.5.10). It
 * operates for each State from its receipt of notice (22(3)(a)); objections stand as far as they concern what is left
 * (ILC Guide 2.5.11). A change that enlarges a reservation is a late reservation.
 */
export function changeReservation(
  ctx: Context,
  asked: Asked,
  given: ReservationChange,
): Promise<Done> {
  const { person } = asked;
  const { reservation, language, file } = given;
  const party = partyFor(person, given.party);
  const on = person.party === null ? (given.on ?? "today") : "today";
  const articles = [...new Set(given.articles)];
  const change = {
    id: ctx.id(),
    reservation,
    language,
    articles,
    text: checkText(given.text, { kind: "body", language }),
  };
  const reason =
    given.reason && checkText(given.reason, { kind: "body", language: person.language });
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "changeReservation", given: { ...given, party }, day: "on" },
      act: { type: "change-reservation", by: person.id, party, reservation, articles, on },
      detail: { ...change, ...(file && { file }), ...(reason && { reason }) },
    },
    async (scene) => {
      const { tx, writes, agreement, at, today } = scene;
      if (file) await nameFile(scene, file);
      await checkArticles(
        tx,
        agreement,
        [{ kind: "reservation", language, text: change.text, articles }],
        () => "/articles",
      );
      const on_day = on === "today" ? today : on;
      writes.push(
        tx
          .insertInto("reservation_changes")
          .values({ ...change, party, person: person.id, on_day, at }),
      );
      return undefined;
    },
  );
}

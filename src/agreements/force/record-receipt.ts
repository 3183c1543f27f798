import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import type { Receivable } from "#workflows/reservation-record.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { nameFile } from "../name-file.ts";

export type Receipt = {
  /** The State that received notice by other means than our letter. */
  party: string;
  reservation: string;
  /** What it received notice of: a withdrawal, the last partial withdrawal, or that of an objection. */
  of: Receivable;
  /** The State that withdrew its objection. */
  objector?: string | undefined;
  on?: CivilDate | undefined;
  file?: string | undefined;
  reason?: string | undefined;
};

/** An officer records that a State received notice of a withdrawal, which operates for it from then (VCLT 22(3)). */
export function recordReceipt(ctx: Context, asked: Asked, given: Receipt): Promise<Done> {
  const { person } = asked;
  const { party, reservation, of, objector = null, file } = given;
  const on = given.on ?? "today";
  const reason =
    given.reason && checkText(given.reason, { kind: "body", language: person.language });
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "recordReceipt", given, day: "on" },
      act: { type: "record-receipt", by: person.id, party, reservation, of, objector, on },
      detail: { reservation, of, objector, on, ...(file && { file }), ...(reason && { reason }) },
    },
    async (scene) => {
      const { tx, writes, facts, at, today } = scene;
      if (file) await nameFile(scene, file);
      const made = facts.reservations.find(({ id }) => id === reservation);
      const subject = { narrowing: made?.narrowings.at(-1)?.id, withdrawal: "" };
      const key = of === "objection-withdrawal" ? objector : subject[of];
      const received_on = on === "today" ? today : on;
      writes.push(
        tx.insertInto("reservation_receipts").values({
          ...{ reservation, act: of, of: key ?? "", party, received_on, at },
          basis: "note",
        }),
      );
      return undefined;
    },
  );
}

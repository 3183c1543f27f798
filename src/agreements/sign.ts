import type { Context } from "#src/context.ts";
import type { SigningAct } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "./act.ts";
import { partyOf } from "./party-of.ts";
import { checkReservations, insertReservations, type NewReservation } from "./reservations.ts";

export type Signed = {
  /** sha-256 of the original that was shown. */
  original: string;
  method: string;
  as: SigningAct;
  /** Whether the party considers the instrument binding under international law. */
  binding: boolean;
  reservations?: NewReservation[] | undefined;
};

/**
 * The designated signatory signs the original of this digest, the file that was shown (VCLT article 12), in
 * the form chosen and with the reservations lodged (article 19). Without a verified authority the act is on
 * record and has no effect until confirmed (article 8). The last signature closes signing and orders the seal.
 */
export function sign(ctx: Context, asked: Asked, signed: Signed): Promise<Done> {
  const { original, method, as, binding } = signed;
  const party = partyOf(asked.person);
  const by = asked.person.id;
  const lodged = checkReservations(ctx, signed.reservations ?? []);
  const reserves = lodged.some(({ kind }) => kind === "reservation");
  const shown = { original, as, binding, reserves };
  const at = ctx.now().toISOString();
  return act(
    ctx,
    {
      ...asked,
      act: { type: "sign", by, party, at, on: "today", ...shown },
      detail: { original, method, as, binding, ...(lodged.length > 0 && { reservations: lodged }) },
    },
    async (scene) => {
      const { tx, agreement, at, today, after } = scene;
      await tx
        .insertInto("signatures")
        .values({
          agreement: agreement.id,
          number: agreement.text_version,
          party,
          person: by,
          method,
          original,
          signed_as: as,
          signed_on: today,
          binding,
          authorised: after[party] !== "unauthorised",
          scan: null,
          recorded_by: [],
          at,
        })
        .execute();
      await insertReservations(scene, { party, person: by, on: today }, lodged);
      return undefined;
    },
  );
}

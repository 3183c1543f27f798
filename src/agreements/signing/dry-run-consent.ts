import type { Context } from "#src/context.ts";
import type { Asked } from "../act.ts";
import {
  checkArticles,
  checkReservations,
  type NewReservation,
  reservingBy,
} from "../force/reservations.ts";
import { partyOf } from "../party-of.ts";
import { type Chosen, consentDigest, stateConsent } from "./consent-statement.ts";
import { dryRun } from "./dry-run.ts";

/** What a signatory wants to sign, as the client sends it. */
export type Wanted = Omit<Chosen, "reservations"> & { reservations?: NewReservation[] | undefined };

/**
 * What a signatory would consent to now, before a passkey, code or certificate is requested. Throws the same Refusal as
 * the signature itself, so that the person is not asked in vain.
 *
 * @returns the agreement, the signatory's party and where it would stand, and the digest of the statement with its
 * nonce
 */
export async function dryRunConsent(
  ctx: Context,
  asked: Asked,
  { reservations: given = [], ...wanted }: Wanted,
) {
  const { person } = asked;
  const party = partyOf(person);
  const reservations = checkReservations(ctx, given);
  const at = ctx.now();
  const day = { at: at.toISOString(), on: "today" } as const;
  const act = {
    type: "sign",
    by: person.id,
    party,
    ...day,
    ...wanted,
    ...reservingBy(reservations),
  } as const;
  const { agreement, facts, today, standing } = await dryRun(ctx, { ...asked, act });
  await checkArticles(ctx.db, agreement, reservations);
  const nonce = ctx.id();
  const whole = { ...wanted, reservations, party, person: person.id, on: today, nonce };
  const digest = await consentDigest(await stateConsent(ctx, ctx.db, { agreement, facts }, whole));
  return { agreement, party, at, standing, nonce, digest };
}

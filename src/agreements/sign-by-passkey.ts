import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { keepChallenge } from "#src/accounts/challenge.ts";
import { findPasskey, type Passkey } from "#src/accounts/passkeys.ts";
import type { Site } from "#src/accounts/site.ts";
import { askAbout, checkAnswer } from "#src/accounts/use-passkey.ts";
import { asService, type Context } from "#src/context.ts";
import type { Tx } from "#src/db.ts";
import type { Person } from "#src/people/person.ts";
import { type Chosen, consentDigest, stateConsent } from "./consent-statement.ts";
import { foresee } from "./foresee.ts";
import { partyOf } from "./party-of.ts";
import { checkArticles, checkReservations, type NewReservation } from "./reservations.ts";

export type ByPasskey = { id: string; response: AuthenticationResponseJSON; site: Site };

/**
 * What a browser asks of the signatory's passkey, to sign this original in this form with these reservations: a
 * challenge that is the digest of the whole statement. Throws the Refusal that the signature itself would meet, so
 * that nobody is asked for a passkey in vain.
 */
export async function askToSign(
  ctx: Context,
  { agreement, person }: { agreement: string; person: Person },
  {
    reservations: given = [],
    ...wanted
  }: Omit<Chosen, "reservations"> & { reservations?: NewReservation[] | undefined },
  site: Site,
) {
  const party = partyOf(person);
  const reservations = checkReservations(ctx, given);
  const reserves = reservations.some(({ kind }) => kind === "reservation");
  const at = ctx.now().toISOString();
  const act = { type: "sign", by: person.id, party, on: "today", ...wanted, at, reserves } as const;
  const asked = { agreement, person, version: "any", request: null, act } as const;
  const { agreement: found, facts, today } = await foresee(ctx, asked);
  await checkArticles(ctx.db, found, reservations);
  const nonce = ctx.id();
  const own = { ...wanted, reservations, party, person: person.id, on: today, nonce };
  const statement = await stateConsent(ctx, ctx.db, { agreement: found, facts }, own);
  const { challenge, options } = await askAbout(
    ctx,
    person.id,
    challengeOf(await consentDigest(statement)),
    site,
  );
  await keepChallenge(ctx, { challenge, purpose: "sign", person: person.id, id: nonce });
  return { id: nonce, options };
}

/** A challenge is the digest itself, in its 32 bytes. */
function challengeOf(digest: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(digest.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

/** What the evidence keeps of the answer, so that an outsider can check it against the passkey's own key. */
export function evidenceOf({ id, response, site }: ByPasskey, passkey: Passkey) {
  const { clientDataJSON, authenticatorData, signature } = response.response;
  return {
    nonce: id,
    credential: passkey.id,
    publicKey: passkey.public_key,
    rpId: site.id,
    origin: site.origin,
    clientDataJSON,
    authenticatorData,
    signature,
  };
}

export function passkeyOf(ctx: Context, { response }: ByPasskey): Promise<Passkey> {
  return findPasskey(asService(ctx).db, response.id);
}

/** Uses the challenge up, within the act's transaction, and checks that it was about this very act, by its digest. */
export async function checkSigning(
  tx: Tx,
  { id, response, site }: ByPasskey,
  { at, person, act }: { at: Date; person: string; act: string },
): Promise<void> {
  const asked = { id, purpose: "sign", person } as const;
  await checkAnswer(tx, asked, response, { site, at, wanted: challengeOf(act) });
}

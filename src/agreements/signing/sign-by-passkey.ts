import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { keepChallenge } from "#src/accounts/challenge.ts";
import { findPasskey, type Passkey } from "#src/accounts/passkeys.ts";
import type { Site } from "#src/accounts/site.ts";
import { askAbout, checkAnswer } from "#src/accounts/use-passkey.ts";
import { asService, type Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import type { Person } from "#src/people/person.ts";
import { dryRunConsent, type Wanted } from "./dry-run-consent.ts";

export type ByPasskey = { id: string; response: AuthenticationResponseJSON; site: Site };

/**
 * The options for the browser to sign this original in this form with these reservations by passkey. The challenge is
 * the digest of the whole statement. Throws the same Refusal as the signature itself, so that the person is not asked
 * in vain.
 */
export async function askToSign(
  ctx: Context,
  { agreement, person }: { agreement: string; person: Person },
  wanted: Wanted,
  site: Site,
) {
  const asked = { agreement, person, version: "any", request: null } as const;
  const { nonce, digest } = await dryRunConsent(ctx, asked, wanted);
  const { challenge, options } = await askAbout(ctx, person.id, challengeOf(digest), site);
  await keepChallenge(ctx, { challenge, purpose: "sign", person: person.id, id: nonce });
  return { id: nonce, options };
}

/** The challenge: the digest's 32 bytes. */
function challengeOf(digest: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(digest.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

/** What the evidence keeps of the answer, so that an outsider can verify it with the passkey's public key. */
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

/** Consumes the challenge within the act's transaction and checks, by its digest, that it was about this act. */
export async function checkSigning(
  tx: Tx,
  { id, response, site }: ByPasskey,
  { at, person, act }: { at: Date; person: string; act: string },
): Promise<void> {
  const asked = { id, purpose: "sign", person } as const;
  await checkAnswer(tx, asked, response, { site, at, wanted: challengeOf(act) });
}

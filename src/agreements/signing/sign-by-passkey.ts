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
 * What a browser asks of the signatory's passkey, to sign this original in this form with these reservations: a
 * challenge that is the digest of the whole statement. Throws the Refusal that the signature itself would meet, so
 * that nobody is asked for a passkey in vain.
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

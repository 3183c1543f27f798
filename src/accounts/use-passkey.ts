import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import { fromBase64url } from "#src/base64url.ts";
import type { Context } from "#src/context.ts";
import { keepChallenge, notAccepted, takeChallenge } from "./challenge.ts";
import { ownPasskeys } from "./passkeys.ts";
import type { Site } from "./site.ts";

/** Whom a passkey is asked of: whoever has one for this site, or the person who has signed in. */
type Asked = { purpose: "sign-in"; person: null } | { purpose: "step-up"; person: string };

/** What the browser is asked to answer. */
export async function askPasskey(
  ctx: Context,
  { purpose, person }: Asked,
  site: Site,
): Promise<{ id: string; options: PublicKeyCredentialRequestOptionsJSON }> {
  const known = person === null ? [] : await ownPasskeys(ctx.db, person);
  const options = await generateAuthenticationOptions({
    rpID: site.id,
    userVerification: "required",
    allowCredentials: known.map(({ id, transports }) => ({ id, transports })),
  });
  const id = await keepChallenge(ctx, { challenge: options.challenge, purpose, person });
  return { id, options };
}

/**
 * Whose passkey has answered the challenge, with its user verified. The counter never goes back: a copy of
 * an authenticator is refused.
 */
export async function usePasskey(
  ctx: Context,
  { purpose, person }: Asked,
  { id, response }: { id: string; response: AuthenticationResponseJSON },
  site: Site,
): Promise<string> {
  const challenge = await takeChallenge(ctx, { id, purpose, person });
  const passkey = await ctx.db
    .selectFrom("passkeys")
    .selectAll()
    .where("id", "=", response.id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  if (!passkey || (person !== null && passkey.person !== person)) throw notAccepted();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: fromBase64url(passkey.public_key),
      counter: Number(passkey.counter),
      transports: passkey.transports,
    },
  }).catch(() => ({ verified: false, authenticationInfo: null }));
  if (!verified || !authenticationInfo) throw notAccepted();
  await ctx.db
    .updateTable("passkeys")
    .set({ counter: authenticationInfo.newCounter, used_at: ctx.now() })
    .where("id", "=", passkey.id)
    .execute();
  return passkey.person;
}

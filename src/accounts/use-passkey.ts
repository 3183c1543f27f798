import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { base64url, fromBase64url } from "#src/bytes/base64url.ts";
import type { Context } from "#src/context.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { type Asked, keepChallenge, notAccepted, takeChallenge } from "./challenge.ts";
import { findPasskey, ownPasskeys } from "./passkeys.ts";
import type { Site } from "./site.ts";

/** Loaded when the first passkey is needed. */
const webauthn = () => import("@simplewebauthn/server");

/** Who must answer: anyone with a passkey for this site, or the signed-in person. */
type Asking = { purpose: "sign-in"; person: null } | { purpose: "step-up"; person: string };
type Options = PublicKeyCredentialRequestOptionsJSON;

/** The options for the browser to answer with a passkey, with user verification. */
export async function askPasskey(
  ctx: Context,
  { purpose, person }: Asking,
  site: Site,
): Promise<{ id: string; options: Options }> {
  const random = crypto.getRandomValues(new Uint8Array(32));
  const { challenge, options } = await askAbout(ctx, person, random, site);
  return { id: await keepChallenge(ctx, { challenge, purpose, person }), options };
}

/** The same for a given challenge. */
export async function askAbout(
  { db }: Context,
  person: string | null,
  challenge: Uint8Array<ArrayBuffer>,
  site: Site,
): Promise<{ challenge: string; options: Options }> {
  const known = person === null ? [] : await ownPasskeys(db, person);
  const options = await (await webauthn()).generateAuthenticationOptions({
    rpID: site.id,
    challenge,
    userVerification: "required",
    allowCredentials: known.map(({ id, transports }) => ({ id, transports })),
  });
  return { challenge: options.challenge, options };
}

/** The passkey that answered, and its owner. */
export type Answered = { person: string; passkey: string };

/** Checks an answer to a challenge and returns the passkey and its owner. */
export async function usePasskey(
  ctx: Context,
  { purpose, person }: Asking,
  { id, response }: { id: string; response: AuthenticationResponseJSON },
  site: Site,
): Promise<Answered> {
  return checkAnswer(ctx.db, { id, purpose, person }, response, { site, at: ctx.now() });
}

type Circumstances = {
  site: Site;
  at: Date;
  /** The expected challenge, if it states what is agreed to. */
  wanted?: Uint8Array;
};

function forAnother(): Refusal {
  const detail = "The passkey answered for something else. Ask for it again for what you sign now.";
  return new Refusal("passkey-is-for-another-act", detail);
}

/**
 * Checks an answer and consumes its challenge. The counter never goes back, even if two answers are checked at once, so
 * a cloned authenticator is refused.
 */
export async function checkAnswer(
  db: Db | Tx,
  asked: Asked,
  response: AuthenticationResponseJSON,
  { site, at, wanted }: Circumstances,
): Promise<Answered> {
  const challenge = await takeChallenge(db, asked, at);
  if (wanted && base64url(wanted) !== challenge) throw forAnother();
  const passkey = await findPasskey(db, response.id);
  if (asked.person !== null && passkey.person !== asked.person) throw notAccepted();
  const { verifyAuthenticationResponse } = await webauthn();
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
  const counter = authenticationInfo.newCounter;
  // A concurrent answer waits for the first one, and then sees its counter.
  const { numUpdatedRows } = await db
    .updateTable("passkeys")
    .set({ counter, used_at: at })
    .where("id", "=", passkey.id)
    .where("revoked_at", "is", null)
    .where(({ eb, or, and }) =>
      or([
        eb("counter", "<", String(counter)),
        and([eb("counter", "=", "0"), eb(eb.val(counter), "=", 0)]),
      ]),
    )
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw notAccepted();
  return { person: passkey.person, passkey: passkey.id };
}

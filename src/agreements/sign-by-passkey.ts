import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { keepChallenge } from "#src/accounts/challenge.ts";
import { findPasskey, type Passkey } from "#src/accounts/passkeys.ts";
import type { Site } from "#src/accounts/site.ts";
import { askAbout, checkAnswer } from "#src/accounts/use-passkey.ts";
import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db.ts";
import { sha256Bytes } from "#src/digest.ts";
import { canonicalJson } from "#src/evidence/canonical-json.ts";
import type { Person } from "#src/people/person.ts";
import type { SigningAct } from "#workflows/terms.ts";
import { foresee } from "./foresee.ts";
import { partyOf } from "./party-of.ts";

/** What a signatory's passkey signs: this act of this person on this text, and nothing else. */
export type Commitment = {
  act: "sign";
  agreement: string;
  /** The number of the text version, and the digest of what was shown of it. */
  version: number;
  original: string;
  as: SigningAct;
  binding: boolean;
  person: string;
  /** The id of the challenge: random, and good once. */
  nonce: string;
};

export type ByPasskey = { id: string; response: AuthenticationResponseJSON; site: Site };

/** The commitment as the challenge that an authenticator answers: the sha-256 of its canonical JSON. */
export function challengeOf(commitment: Commitment): Promise<Uint8Array<ArrayBuffer>> {
  return sha256Bytes(canonicalJson(commitment));
}

/**
 * What a browser asks of the signatory's passkey, to sign this original in this form. Throws the Refusal that the
 * signature itself would meet, so that nobody is asked for a passkey in vain.
 */
export async function askToSign(
  ctx: Context,
  { agreement, person }: { agreement: string; person: Person },
  given: Pick<Commitment, "original" | "as" | "binding">,
  site: Site,
) {
  const act = { type: "sign", by: person.id, party: partyOf(person), on: "today" } as const;
  const at = ctx.now().toISOString();
  const foreseen = await foresee(ctx, {
    agreement,
    person,
    version: "any",
    request: null,
    act: { ...act, ...given, at, reserves: false },
  });
  const { text_version: version } = foreseen.agreement;
  const nonce = ctx.id();
  const commitment = {
    act: "sign",
    agreement,
    version,
    ...given,
    person: person.id,
    nonce,
  } as const;
  const { challenge, options } = await askAbout(
    ctx,
    person.id,
    await challengeOf(commitment),
    site,
  );
  await keepChallenge(ctx, { challenge, purpose: "sign", person: person.id, id: nonce });
  return { id: nonce, options };
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
  return findPasskey(ctx.db, response.id);
}

/** Uses the challenge up, within the act's transaction, and checks that it was about this very act. */
export async function checkSigning(
  tx: Tx,
  { id, response, site }: ByPasskey,
  commitment: Omit<Commitment, "nonce">,
  at: Date,
): Promise<void> {
  const asked = { id, purpose: "sign", person: commitment.person } as const;
  const wanted = await challengeOf({ ...commitment, nonce: id });
  await checkAnswer(tx, asked, response, { site, at, wanted });
}

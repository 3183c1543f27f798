import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { base64url } from "#src/bytes/base64url.ts";
import type { Context } from "#src/context.ts";
import { orderLetter } from "#src/outbox/order-letter.ts";
import { shownEmail } from "#src/people/email.ts";
import type { Person } from "#src/people/person.ts";
import { worded } from "#src/people/person.ts";
import { checkText } from "#src/text/policy.ts";
import { keepChallenge, notAccepted, takeChallenge } from "./challenge.ts";
import { holdAccount } from "./hold-account.ts";
import { ownPasskeys } from "./passkeys.ts";
import type { Proof } from "./proof.ts";
import { recordEvent } from "./record-event.ts";
import type { Site } from "./site.ts";

/** ES256 and RS256 (RFC 8152), because any tool of the next fifty years can verify them. */
const checkable = [-7, -257];

/** Loaded when the first passkey is needed. */
const webauthn = () => import("@simplewebauthn/server");

/** The options for the browser to create a passkey that is discoverable and verifies its user. */
export async function beginPasskey(
  ctx: Context,
  person: Person,
  site: Site,
): Promise<{ id: string; options: PublicKeyCredentialCreationOptionsJSON }> {
  const known = await ownPasskeys(ctx.db, person.id);
  const options = await (await webauthn()).generateRegistrationOptions({
    rpName: "Depositary",
    rpID: site.id,
    userName: shownEmail(person.email),
    userDisplayName: worded(person.names, person.language),
    userID: new TextEncoder().encode(person.id),
    attestationType: "none",
    supportedAlgorithmIDs: checkable,
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const { challenge } = options;
  const id = await keepChallenge(ctx, { challenge, purpose: "register", person: person.id });
  return { id, options };
}

type Made = { id: string; label: string; response: RegistrationResponseJSON };

/** Stores the passkey that the browser created. */
export async function keepPasskey(
  ctx: Context,
  person: Person,
  { id, label: given, response }: Made,
  { site, proof }: { site: Site; proof: Proof | null },
): Promise<{ id: string }> {
  const label = checkText(given, { kind: "name", language: person.language });
  const asked = { id, purpose: "register", person: person.id } as const;
  const challenge = await takeChallenge(ctx.db, asked, ctx.now());
  const { verifyRegistrationResponse } = await webauthn();
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
  }).catch(() => ({ verified: false, registrationInfo: undefined }));
  if (!verified || !registrationInfo) throw notAccepted();
  const { credential } = registrationInfo;
  const at = ctx.now();
  await ctx.db.transaction().execute(async (tx) => {
    await holdAccount(tx, person.id, proof);
    await tx
      .insertInto("passkeys")
      .values({
        id: credential.id,
        person: person.id,
        public_key: base64url(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
        label,
        created_at: at,
        used_at: null,
        revoked_at: null,
      })
      .execute();
    const detail = { id: credential.id, label };
    const event = "passkey-added";
    const logged = {
      added: [{ credential: credential.id, publicKey: base64url(credential.publicKey) }],
    };
    await recordEvent(tx, { at, actor: person.id, person: person.id, event, detail, logged });
    const letter = { name: "passkey-added", values: { label } } as const;
    await orderLetter(tx, { ...letter, person: person.id, at, origin: ctx.origin });
  });
  ctx.committed();
  return { id: credential.id };
}

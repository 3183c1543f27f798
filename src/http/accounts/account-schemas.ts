import { z } from "@hono/zod-openapi";
import type { OwnView } from "#src/accounts/view-session.ts";
import { roles } from "#src/people/person.ts";

const words = z.record(z.string(), z.string());
const bytes = z.string().regex(/^[A-Za-z0-9_-]{1,4000}$/);

/** Accepts any script after the @; `canonicalEmail` names the fault of an unusable address. */
export const email = z
  .string()
  .min(3)
  .max(320)
  .openapi({ format: "idn-email", example: "a.serik@mfa.gov.қаз" });

export const Session = z
  .object({
    person: z.uuid(),
    email: z.string(),
    names: words,
    titles: words,
    language: z.string(),
    roles: z.array(z.enum(roles)),
    party: z.string().nullable(),
    passkeys: z.boolean().openapi({ description: "Whether the person has a passkey" }),
    verifiedUntil: z.iso.datetime().nullable().openapi({
      description: "Until when signing, publishing and the care of accounts ask for nothing more",
    }),
  })
  .openapi("Session") satisfies z.ZodType<OwnView>;

/** The shape of `PublicKeyCredential.toJSON()` (WebAuthn Level 3, section 5.1). */
const credential = <Response extends z.ZodType>(response: Response) =>
  z.strictObject({
    id: bytes,
    rawId: bytes,
    type: z.literal("public-key"),
    authenticatorAttachment: z.string().max(40).nullish(),
    clientExtensionResults: z.record(z.string(), z.unknown()),
    response,
  });

export const assertion = credential(
  z.strictObject({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.nullish(),
  }),
).openapi("Assertion");

export const attestation = credential(
  z.strictObject({
    clientDataJSON: bytes,
    attestationObject: z.string().regex(/^[A-Za-z0-9_-]{1,20000}$/),
    authenticatorData: bytes.optional(),
    transports: z.array(z.string().max(40)).max(10).optional(),
    publicKey: bytes.nullish(),
    publicKeyAlgorithm: z.int().optional(),
  }),
).openapi("Attestation");

export const AskedPasskey = z
  .object({ id: z.uuid(), options: z.looseObject({ challenge: z.string() }) })
  .openapi("AskedPasskey", { description: "`options` goes to `navigator.credentials`" });

import { sql } from "kysely";
import { hasPasskey } from "#src/accounts/passkeys.ts";
import { requestSigningCode } from "#src/accounts/request-code.ts";
import { giveTryBack, takeTry, useSigningCode } from "#src/accounts/use-code.ts";
import { asService, type Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { formsInAgreement, namesInAgreement } from "#src/db/names-of-party.ts";
import { Refusal } from "#src/errors.ts";
import { type Person, worded } from "#src/people/person.ts";
import { namedIn } from "#src/text/party-name.ts";
import { signingFormWords } from "#src/text/signing-form-words.ts";
import { dryRunConsent, type Wanted } from "./dry-run-consent.ts";

export type ByCode = { id: string; code: string };

/**
 * Sends the signatory a code for this one signature. Throws the same Refusal as the signature itself, so that no code
 * is sent in vain. Throws `step-up-required` for a person who has a passkey and signs with it.
 */
export async function askCodeToSign(
  ctx: Context,
  { agreement, person, byKey }: { agreement: string; person: Person; byKey: boolean },
  wanted: Wanted,
): Promise<{ id: string }> {
  const asked = { agreement, person, byKey, version: "any", request: null } as const;
  const { agreement: found, party, nonce, digest } = await dryRunConsent(ctx, asked, wanted);
  if (await hasPasskey(ctx.db, person.id)) throw useThePasskey();
  const of = [sql`${agreement}::uuid`, sql`${party}`] as const;
  const { names, forms } = await ctx.db
    .selectNoFrom([namesInAgreement(...of).as("names"), formsInAgreement(...of).as("forms")])
    .executeTakeFirstOrThrow();
  return requestSigningCode(asService(ctx), person, {
    id: nonce,
    act: digest,
    path: `/agreements/${agreement}/sign`,
    words: (language) => ({
      title: worded(found.title, language),
      reference: found.reference,
      party: namedIn({ code: party, name: names, forms }, language),
      form: signingFormWords(wanted.as, language),
    }),
  });
}

/**
 * Signs by code and uses one of its tries. Takes the try before the act, so that parallel guesses are not all checked.
 * Gives it back if the refusal was not about the code.
 */
export async function withOneTry<Done>(
  { db }: Context,
  { id }: ByCode,
  sign: (mayTry: boolean) => Promise<Done>,
): Promise<Done> {
  const mayTry = await takeTry(db, id);
  return sign(mayTry).catch(async (error) => {
    const isGuess = error instanceof Refusal && error.code === "unauthenticated";
    if (mayTry && !isGuess) await giveTryBack(db, id);
    throw error;
  });
}

/**
 * Consumes the code within the act's transaction, so that it is not lost if the signature is refused for another
 * reason. `act` is the digest of what is signed now. Throws the Refusals `unauthenticated` for a wrong code and
 * `code-is-for-another-act`.
 */
export async function checkCodeToSign(
  tx: Tx,
  code: ByCode & { mayTry: boolean },
  signed: { at: Date; person: string; act: string },
): Promise<void> {
  if (await hasPasskey(tx, signed.person)) throw useThePasskey();
  await useSigningCode(tx, code, signed);
}

function useThePasskey(): Refusal {
  return new Refusal("step-up-required", "You have a passkey: sign with it.");
}

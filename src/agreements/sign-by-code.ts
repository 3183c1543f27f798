import { hasPasskey } from "#src/accounts/passkeys.ts";
import { requestSigningCode } from "#src/accounts/request-code.ts";
import { giveTryBack, takeTry, useSigningCode } from "#src/accounts/use-code.ts";
import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db.ts";
import { sha256 } from "#src/digest.ts";
import { Refusal } from "#src/errors.ts";
import { canonicalJson } from "#src/evidence/canonical-json.ts";
import { listParties } from "#src/parties/find.ts";
import { type Person, worded } from "#src/people/person.ts";
import { signingFormWords } from "#src/text/signing-form-words.ts";
import type { SigningAct } from "#workflows/terms.ts";
import { foresee } from "./foresee.ts";
import { partyOf } from "./party-of.ts";
import { checkReservations, type NewReservation } from "./reservations.ts";

/** What a signatory signs by a code: this text, in this form, with these reservations, for this party. */
type CodeAct = {
  agreement: string;
  /** The number of the text version, and the digest of what was shown of it. */
  version: number;
  original: string;
  as: SigningAct;
  binding: boolean;
  party: string;
  person: string;
  reservations: NewReservation[];
};

export type ByCode = { id: string; code: string };

type Wanted = Pick<CodeAct, "original" | "as" | "binding"> & {
  reservations?: NewReservation[] | undefined;
};

/**
 * Sends the signatory a code for this one signature. Throws the Refusal that the signature itself would meet, so that
 * nobody is sent a code in vain, and `step-up-required` for a person who has a passkey and signs with it.
 */
export async function askCodeToSign(
  ctx: Context,
  { agreement, person, byKey }: { agreement: string; person: Person; byKey: boolean },
  { reservations: given = [], ...wanted }: Wanted,
): Promise<{ id: string }> {
  const party = partyOf(person);
  const reservations = plain(checkReservations(ctx, given));
  const reserves = reservations.some(({ kind }) => kind === "reservation");
  const at = ctx.now().toISOString();
  const act = { type: "sign", by: person.id, party, on: "today", ...wanted, at, reserves } as const;
  const asked = { agreement, person, byKey, version: "any", request: null, act } as const;
  const { agreement: found } = await foresee(ctx, asked);
  if (await hasPasskey(ctx.db, person.id)) throw useThePasskey();
  const version = found.text_version;
  const signed = { agreement, version, ...wanted, party, person: person.id, reservations };
  const names = (await listParties(ctx.db)).find(({ code }) => code === party)?.names ?? {};
  return requestSigningCode(ctx, person, {
    act: await digestOf(signed),
    path: `/agreements/${agreement}/sign`,
    words: (language) => ({
      title: worded(found.title, language),
      reference: found.reference,
      party: worded(names, language),
      form: signingFormWords(wanted.as, language),
    }),
  });
}

/**
 * Signs by a code with one of its tries. The try is taken before the act, so that guesses sent at one moment are not all
 * looked at, and given back if what was refused was not the code.
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
 * Uses the code up within the act's transaction, so that it is not lost where the signature is refused for another
 * reason. Throws the Refusals `unauthenticated` for a wrong code and `code-is-for-another-act`.
 */
export async function checkCodeToSign(
  tx: Tx,
  code: ByCode & { mayTry: boolean },
  act: CodeAct,
  at: Date,
): Promise<void> {
  if (await hasPasskey(tx, act.person)) throw useThePasskey();
  await useSigningCode(tx, code, { at, person: act.person, act: await digestOf(act) });
}

/** The statement is versioned: whatever is added to it makes another one. */
function digestOf({ reservations, ...act }: CodeAct): Promise<string> {
  const statement = "depositary/sign-by-code/v1";
  return sha256(canonicalJson({ statement, ...act, reservations: plain(reservations) }));
}

function plain(lodged: NewReservation[]): NewReservation[] {
  return lodged.map(({ kind, language, text, articles }) => ({ kind, language, text, articles }));
}

function useThePasskey(): Refusal {
  return new Refusal("step-up-required", "You have a passkey: sign with it.");
}

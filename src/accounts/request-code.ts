import { sha256 } from "#src/bytes/sha256.ts";
import type { Context } from "#src/context.ts";
import { findByEmail } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import { newToken } from "#src/people/token.ts";
import type { CodeValues } from "#src/text/letter.ts";
import { returnPath } from "#src/text/return-path.ts";
import { mailerOf, sendBehind, writeLetter } from "./letters.ts";
import { type CodeFor, mailboxOf } from "./use-code.ts";

const lifetime = 10 * 60 * 1000;

/**
 * Sends a code and a link to the person with this canonical address. The answer is the same whether anyone has it, and
 * does not wait for the letter; if a letter gets lost, the person asks again. The link leads to `next`, an address of
 * this site.
 */
export async function requestCode(
  ctx: Context,
  email: string,
  next?: string,
): Promise<{ id: string }> {
  const mailer = mailerOf(ctx);
  const person = await findByEmail(ctx.db, email);
  const { id, code, token } = await keepCode(ctx, { email, person, purpose: "sign-in" });
  if (person) {
    const link = `${mailer.publicUrl}/sign-in?id=${id}${goingOn(next)}#token=${token}`;
    // The secret is in the fragment, which browsers do not send and proxies do not log. Not awaited, because the
    // duration would reveal whether anyone has the address.
    void sendBehind(ctx, mailer, writeLetter(mailer, "sign-in", person, { code, link }, id));
  }
  return { id };
}

/** Sends a signed-in person a code to confirm their identity. It opens nothing, and its letter has no secret link. */
export async function requestOwnCode(ctx: Context, person: Person): Promise<{ id: string }> {
  const mailer = mailerOf(ctx);
  const { id, code } = await keepCode(ctx, { email: person.email, person, purpose: "confirm" });
  const link = `${mailer.publicUrl}/account`;
  void sendBehind(ctx, mailer, writeLetter(mailer, "confirm", person, { code, link }, id));
  return { id };
}

/** What a code signs, in the words of its letter. For reading only; the digest is binding. */
export type SignedWithCode = {
  /** The code's id, which the signed statement names. */
  id: string;
  /** sha-256 (hex) of what is signed. */
  act: string;
  /** The path of the signing page. */
  path: string;
  /** The letter's words in the given language. */
  words(language: string): Omit<CodeValues<"sign-act">, "code" | "link">;
};

/** Sends a signatory a code that is valid for this one signature. Its letter says what is signed. */
export async function requestSigningCode(
  ctx: Context,
  person: Person,
  { id: known, act, path, words }: SignedWithCode,
): Promise<{ id: string }> {
  const mailer = mailerOf(ctx);
  const kept = { id: known, email: person.email, person, purpose: "sign", act } as const;
  const { id, code } = await keepCode(ctx, kept);
  const values = (language: string) => ({
    ...words(language),
    code,
    link: `${mailer.publicUrl}${path}`,
  });
  void sendBehind(ctx, mailer, writeLetter(mailer, "sign-act", person, values, id));
  return { id };
}

type NewCode = {
  id?: string;
  email: string;
  person: Person | null;
  purpose: CodeFor;
  act?: string;
};

/** Creates a code and the secret of its link, and stores only their digests. */
async function keepCode(ctx: Context, { id = ctx.id(), email, person, purpose, act }: NewCode) {
  const at = ctx.now();
  const code = newCode();
  const token = newToken();
  await ctx.db
    .insertInto("one_time_codes")
    .values({
      id,
      person: person?.id ?? null,
      mailbox: await mailboxOf(email),
      purpose,
      act: act ?? null,
      code_digest: await sha256(`${id} ${code}`),
      link_digest: await sha256(token),
      created_at: at,
      expires_at: new Date(at.getTime() + lifetime),
    })
    .execute();
  return { id, code: `${code.slice(0, 4)} ${code.slice(4)}`, token };
}

function goingOn(next: string | undefined): string {
  const path = returnPath(next);
  return path === "/" ? "" : `&next=${encodeURIComponent(path)}`;
}

/** Eight uniformly random decimal digits. */
function newCode(): string {
  const digits: number[] = [];
  while (digits.length < 8) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    digits.push(...[...bytes].filter((byte) => byte < 250).map((byte) => byte % 10));
  }
  return digits.slice(0, 8).join("");
}

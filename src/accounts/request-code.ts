import type { Context } from "#src/context.ts";
import { sha256 } from "#src/digest.ts";
import { findByEmail } from "#src/people/find.ts";
import { newToken } from "#src/people/token.ts";
import { returnPath } from "#src/text/return-path.ts";
import { postOf, sendBehind, writeLetter } from "./letters.ts";
import { mailboxOf } from "./use-code.ts";

const lifetime = 10 * 60 * 1000;

/**
 * Sends a code and a link to whoever has the address, in its canonical form. The answer is the same whether
 * anybody has, and does not wait for the letter; a letter that is lost is asked for again. The link leads on to
 * `next`, an address of this site.
 */
export async function requestCode(
  ctx: Context,
  email: string,
  next?: string,
): Promise<{ id: string }> {
  const post = postOf(ctx);
  const at = ctx.now();
  const id = ctx.id();
  const code = newCode();
  const token = newToken();
  const person = await findByEmail(ctx.db, email);
  await ctx.db
    .insertInto("one_time_codes")
    .values({
      id,
      person: person?.id ?? null,
      mailbox: await mailboxOf(email),
      code_digest: await sha256(`${id} ${code}`),
      link_digest: await sha256(token),
      created_at: at,
      expires_at: new Date(at.getTime() + lifetime),
    })
    .execute();
  if (person) {
    const link = `${post.publicUrl}/sign-in?id=${id}&token=${token}${goingOn(next)}`;
    const shown = `${code.slice(0, 4)} ${code.slice(4)}`;
    // Not waited for: how long it takes would say whether anybody has the address.
    void sendBehind(post, writeLetter(post, "sign-in", person, { code: shown, link }, id));
  }
  return { id };
}

function goingOn(next: string | undefined): string {
  const path = returnPath(next);
  return path === "/" ? "" : `&next=${encodeURIComponent(path)}`;
}

/** Eight decimal digits, each as likely as the others. */
function newCode(): string {
  const digits: number[] = [];
  while (digits.length < 8) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    digits.push(...[...bytes].filter((byte) => byte < 250).map((byte) => byte % 10));
  }
  return digits.slice(0, 8).join("");
}

import { makeKey } from "#src/accounts/make-key.ts";
import { keyScopes } from "#src/accounts/proof.ts";
import { readConfig } from "#src/config/config.ts";
import { Refusal } from "#src/errors.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { openFoundation } from "#src/foundation.ts";
import { openLogFiles } from "#src/keys/log-key.ts";
import { canonicalEmail } from "#src/people/email.ts";
import { findByEmail } from "#src/people/find.ts";
import { now } from "./now.ts";
import { observeCommand } from "./observe.ts";
import { readWords, UsageError } from "./usage.ts";

/**
 * `depositary keys EMAIL [--days N]`: creates an API key for a person and shows it this once. Without a person it shows
 * the public key of the evidence log, in the format of signed notes.
 */
export async function keys(words: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values, positionals } = readWords(words, { days: { type: "string" } });
  const [email, ...more] = positionals;
  if (positionals.length === 0 && values.days === undefined) {
    console.log(vkeyOf(await openLogFiles(readConfig(env))));
    return 0;
  }
  const days = Number(values.days ?? "90");
  if (!email || more.length > 0 || !Number.isInteger(days) || days < 1 || days > 365) {
    throw new UsageError("Name a person's e-mail address and, with --days, 1 to 365 days.");
  }
  const foundation = await openFoundation(readConfig(env), { now, observe: observeCommand() });
  try {
    const person = await findByEmail(foundation.db, canonicalEmail(email));
    if (!person) throw new Refusal("not-found", `Nobody has the address ${email}.`);
    const scopes = [...keyScopes];
    const label = "command line";
    const wanted = { person: person.id, label, scopes, days, now: now() };
    const { key } = await makeKey(foundation.db, wanted);
    console.log(key);
    return 0;
  } finally {
    await foundation.close();
  }
}

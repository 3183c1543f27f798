import { readConfig } from "#src/config.ts";
import { openFoundation } from "#src/foundation.ts";
import { makeKey } from "#src/people/make-key.ts";
import { readWords, UsageError } from "./usage.ts";

/** `depositary keys EMAIL [--days N]`: makes an API key for a person and shows it this once. */
export async function keys(words: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values, positionals } = readWords(words, { days: { type: "string" } });
  const [email, ...more] = positionals;
  const days = Number(values.days ?? "90");
  if (!email || more.length > 0 || !Number.isInteger(days) || days < 1 || days > 365) {
    throw new UsageError("Name a person's e-mail address and, with --days, 1 to 365 days.");
  }
  const foundation = await openFoundation(readConfig(env));
  try {
    console.log(await makeKey(foundation.db, { email, days, now: new Date() }));
    return 0;
  } finally {
    await foundation.close();
  }
}

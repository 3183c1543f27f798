import { listLetters } from "#src/mail/list-letters.ts";
import type { Office } from "./office.ts";

/** The letters that the office has sent to an address, the newest first. */
export async function lettersTo(office: Office, address: string) {
  const letters = await listLetters(office.folder);
  return letters.filter(({ to }) => to === address.toLowerCase());
}

/** The newest code sent to an address, waited for a little: it is sent behind the answer. */
export async function codeFor(office: Office, address: string, after = 0): Promise<string> {
  for (let look = 0; look < 100; look++) {
    const letters = (await lettersTo(office, address)).filter(({ text }) =>
      /\d{4} \d{4}/.test(text),
    );
    const found = letters.length > after ? letters[0]?.text.match(/\d{4} \d{4}/)?.[0] : undefined;
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`No code came for ${address}.`);
}

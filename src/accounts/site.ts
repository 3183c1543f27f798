import { Refusal } from "#src/errors.ts";
import { problemWords } from "#src/text/problem-words.ts";

/** The service's public site, to which passkeys are bound (WebAuthn section 5.1.2). */
export type Site = { id: string; origin: string };

/**
 * The site of a request: the configured one, else this machine under the name `localhost`.
 *
 * @throws Refusal `passkeys-need-a-name` for an IP address, for which browsers create no passkeys
 */
export function siteOf(publicUrl: string | null, asked: string): Site {
  const { hostname, origin } = new URL(publicUrl ?? asked);
  const numbers = /^[\d.]+$|^\[/.test(hostname);
  if (numbers || (publicUrl === null && hostname !== "localhost")) {
    throw new Refusal("passkeys-need-a-name", problemWords("passkeys-need-a-name", "en"));
  }
  return { id: hostname, origin };
}

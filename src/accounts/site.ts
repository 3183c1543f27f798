import { Refusal } from "#src/errors.ts";
import { problemWords } from "#src/text/problem-words.ts";

/** Where people reach the service, as a passkey is bound to it (WebAuthn section 5.1.2). */
export type Site = { id: string; origin: string };

/**
 * The site of a request: the one that is set, else the one at which this machine was asked under the name
 * `localhost`.
 *
 * @throws Refusal `passkeys-need-a-name` for an address in numbers, for which browsers make no passkeys
 */
export function siteOf(publicUrl: string | null, asked: string): Site {
  const { hostname, origin } = new URL(publicUrl ?? asked);
  const numbers = /^[\d.]+$|^\[/.test(hostname);
  if (numbers || (publicUrl === null && hostname !== "localhost")) {
    throw new Refusal("passkeys-need-a-name", problemWords("passkeys-need-a-name", "en"));
  }
  return { id: hostname, origin };
}

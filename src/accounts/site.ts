import { Refusal } from "#src/errors.ts";

/** Where people reach the service, as a passkey is bound to it (WebAuthn section 5.1.2). */
export type Site = { id: string; origin: string };

/**
 * The site of a request: the one that is set, else the one at which this machine was asked under the name
 * `localhost`. Browsers make no passkeys for an address in numbers.
 */
export function siteOf(publicUrl: string | null, asked: string): Site {
  const { hostname, origin } = new URL(publicUrl ?? asked);
  if (publicUrl === null && hostname !== "localhost") {
    throw new Refusal("unavailable", "Set PUBLIC_URL, or use http://localhost, for passkeys.");
  }
  return { id: hostname, origin };
}

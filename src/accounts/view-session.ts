import type { Context } from "#src/context.ts";
import { shownEmail } from "#src/people/email.ts";
import type { Person } from "#src/people/person.ts";
import { freshFor } from "./proof.ts";

export type OwnView = Omit<Person, "id"> & {
  person: string;
  /** Whether the person has a passkey. */
  passkeys: boolean;
  /** Until when the verification is fresh; null if there is none, as for every API key. */
  verifiedUntil: string | null;
};

/** Who is acting, in the form for the person's own application. */
export function viewSession(
  { now }: Pick<Context, "now">,
  { id, ...person }: Person,
  { verifiedAt, passkeys }: { verifiedAt: Date | null; passkeys: boolean },
): OwnView {
  const until = verifiedAt && new Date(verifiedAt.getTime() + freshFor);
  return {
    person: id,
    ...person,
    email: shownEmail(person.email),
    passkeys,
    verifiedUntil: until && until > now() ? until.toISOString() : null,
  };
}

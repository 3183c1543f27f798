import type { Context } from "#src/context.ts";
import type { Person } from "#src/people/person.ts";
import { hasPasskey } from "./passkeys.ts";
import { freshFor } from "./proof.ts";

export type OwnView = Omit<Person, "id"> & {
  person: string;
  /** Whether the person has a passkey. */
  passkeys: boolean;
  /** Until when a verification is fresh; null where there is none, as for every API key. */
  verifiedUntil: string | null;
};

/** Who is acting, as the person's own application shows it. */
export async function viewSession(
  { db, now }: Pick<Context, "db" | "now">,
  { id, ...person }: Person,
  verifiedAt: Date | null,
): Promise<OwnView> {
  const until = verifiedAt && new Date(verifiedAt.getTime() + freshFor);
  return {
    person: id,
    ...person,
    passkeys: await hasPasskey(db, id),
    verifiedUntil: until && until > now() ? until.toISOString() : null,
  };
}

import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "./client.ts";
import type { Session } from "./contract.d.ts";
import { Problem } from "./problem.ts";

export type { Session };

/** Asks the service who has signed in; null if nobody has. */
export async function readSession(): Promise<Session | null> {
  try {
    return await (await api.session.$get()).json();
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

/** Called with who is here now when that is no longer the person whose page is open; says if the page stays. */
let personChanged = (_now: Session | null): boolean => false;
export function onPersonChanged(tell: (now: Session | null) => boolean): void {
  personChanged = tell;
}

/**
 * Who has signed in; null if nobody has. An open page stays that of its person, with what they typed: if the
 * session ends, or someone else signs in elsewhere in this browser, the shell decides whether the page stays.
 */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  staleTime: 60_000,
  queryFn: async ({ client }) => {
    const known = client.getQueryData<Session | null>(["session"]);
    const now = await readSession();
    if (!known || now?.person === known.person) return now;
    return personChanged(now) ? known : now;
  },
});

/** Who has signed in, while the pages for signed-in people are shown. */
export function useSession() {
  return useQuery(sessionQuery).data ?? null;
}

export type Role = "legal-officer" | "representative" | "archivist" | "secretariat";

/** Whether the person holds one of the roles. */
export function holds(session: Pick<Session, "roles"> | null, ...roles: Role[]): boolean {
  return roles.some((role) => session?.roles.includes(role));
}

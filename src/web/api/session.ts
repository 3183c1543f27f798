import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "./client.ts";
import type { Session } from "./contract.d.ts";
import { Problem } from "./problem.ts";

export type { Session };

/** Reads the session. Null if nobody has signed in. */
export async function readSession(): Promise<Session | null> {
  try {
    return await (await api.session.$get()).json();
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

/** Called when the signed-in person changes while a page is open. Returns whether the page stays open. */
let personChanged = (_now: Session | null): boolean => false;
export function onPersonChanged(tell: (now: Session | null) => boolean): void {
  personChanged = tell;
}

/**
 * The session, or null if nobody has signed in. An open page keeps its person and what they typed: if the session
 * ends, or someone else signs in elsewhere in this browser, the shell decides whether the page stays open.
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

/** The session of the person who has signed in, or null. */
export function useSession() {
  return useQuery(sessionQuery).data ?? null;
}

export type Role = "legal-officer" | "representative" | "archivist" | "secretariat";

/** Whether the person has one of the roles. */
export function holds(session: Pick<Session, "roles"> | null, ...roles: Role[]): boolean {
  return roles.some((role) => session?.roles.includes(role));
}

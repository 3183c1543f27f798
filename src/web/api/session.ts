import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "./client.ts";
import type { Session } from "./contract.d.ts";
import { Problem } from "./problem.ts";

export type { Session };

/** Who has signed in; null where nobody has. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  staleTime: 60_000,
  queryFn: async () => {
    try {
      return await (await api.session.$get()).json();
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
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

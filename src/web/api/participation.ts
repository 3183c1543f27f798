import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";
import type { Participation } from "./contract.d.ts";

/** Each party's standing, credentials and reservations. */
export const participationQuery = (id: string) =>
  queryOptions({ queryKey: ["participation", id], queryFn: () => readParticipation(id) });

export async function readParticipation(id: string): Promise<Participation> {
  return (await api.agreements[":id"].participation.$get({ param: { id } })).json();
}

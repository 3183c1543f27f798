import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

/** How an agreement stands towards registration with the United Nations. */
export const unRegistrationQuery = (id: string) =>
  queryOptions({ queryKey: ["un-registration", id], queryFn: () => readUnRegistration(id) });

export async function readUnRegistration(id: string) {
  return (await api.agreements[":id"]["un-registration"].$get({ param: { id } })).json();
}

export type UnRegistration = Awaited<ReturnType<typeof readUnRegistration>>;
export type UnAction = UnRegistration["actions"][number];

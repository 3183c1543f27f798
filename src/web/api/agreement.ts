import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "./client.ts";

/** An agreement as this person may see it, with the acts open to them. */
export const agreementQuery = (id: string) =>
  queryOptions({
    queryKey: ["agreement", id],
    queryFn: async () => (await api.agreements[":id"].$get({ param: { id } })).json(),
  });

export function useAgreement(id: string) {
  return useQuery(agreementQuery(id));
}

export type { Agreement, AgreementInList } from "./contract.d.ts";

import { queryOptions, useQuery } from "@tanstack/react-query";
import { useFormat } from "../words/format.ts";
import { api } from "./client.ts";

/** The parties that the office knows, in protocol order. */
export const partiesQuery = queryOptions({
  queryKey: ["parties"],
  staleTime: 300_000,
  queryFn: async () => (await (await api.parties.$get({})).json()).items,
});

/** What a party is called in the reader's language: the office's own name for it first. */
export function usePartyName(): (code: string) => string {
  const { party } = useFormat();
  const { data } = useQuery(partiesQuery);
  return (code) => party(code, data?.find((one) => one.code === code)?.names);
}

import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

/** The parties that the office knows, in protocol order. */
export const partiesQuery = queryOptions({
  queryKey: ["parties"],
  staleTime: 300_000,
  queryFn: async () => (await (await api.parties.$get({})).json()).items,
});

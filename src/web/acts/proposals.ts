import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client.ts";

/** The acts waiting for a second officer, with the consequences of each. */
export const proposalsQuery = (id: string) =>
  queryOptions({
    queryKey: ["proposals", id],
    queryFn: async () =>
      (await (await api.agreements[":id"].proposals.$get({ param: { id } })).json()).items,
  });

import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client.ts";

/** The acts that wait for a second officer, with what each would bring about. */
export const proposalsQuery = (id: string) =>
  queryOptions({
    queryKey: ["proposals", id],
    queryFn: async () =>
      (await (await api.agreements[":id"].proposals.$get({ param: { id } })).json()).items,
  });

import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";

/** The texts of an agreement as they were written, with their digests. */
export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: ["source", id],
    queryFn: async () =>
      (await api.agreements[":id"].source.$get({ param: { id }, query: {} })).json(),
  });

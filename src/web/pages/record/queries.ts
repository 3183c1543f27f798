import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";

/** The source files of an agreement, with their digests. */
export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: ["source", id],
    queryFn: async () =>
      (await api.agreements[":id"].source.$get({ param: { id }, query: {} })).json(),
  });

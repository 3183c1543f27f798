import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client.ts";

/** The warnings of the saved text, with what the office has said of each, and its own practice with binding words. */
export const checksQuery = (id: string) =>
  queryOptions({
    queryKey: ["checks", id],
    queryFn: async () => (await api.agreements[":id"].checks.$get({ param: { id } })).json(),
  });

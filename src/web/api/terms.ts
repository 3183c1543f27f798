import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

/** The current text's terms, and where its words say something else. */
export const termsQuery = (id: string) =>
  queryOptions({
    queryKey: ["terms", id],
    queryFn: async () => (await api.agreements[":id"].terms.$get({ param: { id } })).json(),
  });

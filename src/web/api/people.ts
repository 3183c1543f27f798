import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

/** The people who have an account here, as far as this person may see them. */
export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: async () => (await (await api.people.$get({})).json()).items,
});

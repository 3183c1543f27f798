import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

/** What waits for the person who has signed in; looked at again every half minute. */
export const waitingQuery = queryOptions({
  queryKey: ["waiting"],
  refetchInterval: 30_000,
  queryFn: async () => (await api.waiting.$get({})).json(),
});

import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

/** The acts waiting for the signed-in person. Polled every 30 s. */
export const waitingQuery = queryOptions({
  queryKey: ["waiting"],
  refetchInterval: 30_000,
  queryFn: async () => (await api.waiting.$get({})).json(),
});

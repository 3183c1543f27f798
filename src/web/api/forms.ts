import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

/** The forms of acts. They change only when the secretariat publishes one. */
export const formsQuery = queryOptions({
  queryKey: ["forms"],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async () => (await (await api.forms.$get()).json()).items,
});

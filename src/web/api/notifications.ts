import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

/** What the depositary has notified about an agreement, and how each party was told; the newest first. */
export const notificationsQuery = (id: string) =>
  queryOptions({
    queryKey: ["notifications", id],
    queryFn: async () =>
      (await (await api.agreements[":id"].notifications.$get({ param: { id } })).json()).items,
  });

/** The same of a published agreement, as the public reads it. */
export const publicNotificationsQuery = (id: string) =>
  queryOptions({
    queryKey: ["register", "notifications", id],
    queryFn: async () =>
      (await (await api.register[":id"].notifications.$get({ param: { id } })).json()).items,
  });

/** The notifications about all published agreements, one page at a time. */
export const allNotificationsQuery = infiniteQueryOptions({
  queryKey: ["register", "all-notifications"],
  initialPageParam: "",
  queryFn: async ({ pageParam }) => {
    const query = { limit: "50", ...(pageParam && { before: pageParam }) };
    return (await api.register.notifications.$get({ query })).json();
  },
  getNextPageParam: ({ next }) => next,
});

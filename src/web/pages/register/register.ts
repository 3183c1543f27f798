import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";

export const narrowing = ["q", "party", "area", "goal", "language", "year"] as const;
export type Narrowed = Partial<Record<(typeof narrowing)[number], string>>;

/** The published agreements, one page at a time. */
export const registerQuery = (found: Narrowed) =>
  infiniteQueryOptions({
    queryKey: ["register", "list", found],
    initialPageParam: "",
    queryFn: async ({ pageParam }) => {
      const query = { ...found, limit: "25", ...(pageParam && { cursor: pageParam }) };
      return (await api.register.$get({ query })).json();
    },
    getNextPageParam: ({ next }) => next,
  });

export const statisticsQuery = queryOptions({
  queryKey: ["register", "statistics"],
  staleTime: 300_000,
  queryFn: async () => (await api.register.statistics.$get()).json(),
});

export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: ["register", "entry", id],
    queryFn: async () => (await api.register[":id"].$get({ param: { id } })).json(),
  });

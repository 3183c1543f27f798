import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

/** Filters of a list of agreements. Each is also a parameter of the page's address. */
export type Filters = {
  q?: string;
  stage?: string;
  party?: string;
  area?: string;
  goal?: string;
  language?: string;
  createdFrom?: string;
  createdTo?: string;
  publishedFrom?: string;
  publishedTo?: string;
  sort?: string;
};

/** The agreements that this person may see, one page at a time. */
export const agreementsQuery = (filters: Filters, limit = 50) =>
  infiniteQueryOptions({
    queryKey: ["agreements", "list", filters, limit],
    initialPageParam: "",
    queryFn: async ({ pageParam }) => {
      const query = { ...filters, limit: String(limit), ...(pageParam && { cursor: pageParam }) };
      return (await api.agreements.$get({ query })).json();
    },
    getNextPageParam: ({ next }) => next,
  });

/** The number of agreements in each stage. */
export const countsQuery = ({ sort: _sort, stage: _stage, ...filters }: Filters) =>
  queryOptions({
    queryKey: ["agreements", "counts", filters],
    queryFn: async () => (await api.agreements.counts.$get({ query: filters })).json(),
  });

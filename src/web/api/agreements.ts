import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

/** What a list of agreements is narrowed by; each is a word of the address too. */
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

/** The agreements this person sees, a page at a time. */
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

/** How many there are in each stage. */
export const countsQuery = ({ sort: _sort, stage: _stage, ...filters }: Filters) =>
  queryOptions({
    queryKey: ["agreements", "counts", filters],
    queryFn: async () => (await api.agreements.counts.$get({ query: filters })).json(),
  });

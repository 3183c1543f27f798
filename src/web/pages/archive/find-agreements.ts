import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import type { Criteria } from "./criteria.ts";

const perPage = 100;

/** The search results, one page at a time. */
export const agreementsFound = (found: Criteria) =>
  infiniteQueryOptions({
    queryKey: ["agreements", "found", found],
    initialPageParam: "",
    queryFn: ({ pageParam }) => pageOf(found, pageParam, perPage),
    getNextPageParam: ({ next }) => next,
  });

/** The number of results; `atLeast` if there may be more. */
export async function countFound({ sort: _, ...found }: Criteria) {
  const { stages, atLeast } = await (await api.agreements.counts.$get({ query: found })).json();
  return { count: Object.values(stages).reduce((sum, count) => sum + count, 0), atLeast };
}

export async function pageOf(found: Criteria, cursor: string, limit: number) {
  const query = { ...found, ...(cursor && { cursor }), limit: String(limit) };
  return (await api.agreements.$get({ query })).json();
}

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

/** The number of results. */
export async function countFound({ sort: _, ...found }: Criteria): Promise<number> {
  const { stages } = await (await api.agreements.counts.$get({ query: found })).json();
  return Object.values(stages).reduce((sum, count) => sum + count, 0);
}

export async function pageOf(found: Criteria, cursor: string, limit: number) {
  const query = { ...found, ...(cursor && { cursor }), limit: String(limit) };
  return (await api.agreements.$get({ query })).json();
}

import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

export type DeskFilter = {
  direction?: "in" | "out";
  state?: "open" | "acknowledged" | "recorded" | "returned";
  party?: string;
  agreement?: string;
  awaits?: "original";
};

/** The register, as this person reads it, one page at a time. */
export const deskQuery = (filter: DeskFilter) =>
  infiniteQueryOptions({
    queryKey: ["desk", "list", filter],
    initialPageParam: "",
    queryFn: async ({ pageParam }) => {
      const query = { ...filter, limit: "50", ...(pageParam && { cursor: pageParam }) };
      return (await api.correspondence.$get({ query })).json();
    },
    getNextPageParam: ({ next }) => next,
  });

export const deskEntryQuery = (id: string) =>
  queryOptions({
    queryKey: ["desk", "entry", id],
    queryFn: async () => (await api.correspondence[":id"].$get({ param: { id } })).json(),
  });

/** What came from the parties about an agreement, for an act that follows from it. */
export const receivedAbout = (agreement: string) =>
  queryOptions({
    queryKey: ["desk", "received", agreement],
    queryFn: async () => {
      const query = { agreement, direction: "in", limit: "200" } as const;
      return (await (await api.correspondence.$get({ query })).json()).items;
    },
  });

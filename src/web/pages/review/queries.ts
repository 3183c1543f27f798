import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { threadsQuery } from "../../comments/threads.ts";

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ["versions", id],
    queryFn: async () =>
      (await (await api.agreements[":id"].versions.$get({ param: { id } })).json()).items,
  });

export const checksQuery = (id: string) =>
  queryOptions({
    queryKey: ["checks", id],
    queryFn: async () =>
      (await (await api.agreements[":id"].checks.$get({ param: { id } })).json()).warnings,
  });

export const answersQuery = (id: string) =>
  queryOptions({
    queryKey: ["answers", id],
    queryFn: async () =>
      (await (await api.agreements[":id"].answers.$get({ param: { id } })).json()).items,
  });

const pollIntervalMs = 15_000;

/** The threads, read again while the page is open: others are writing too. */
export const liveThreadsQuery = (id: string) =>
  queryOptions({ ...threadsQuery(id), refetchInterval: pollIntervalMs });

type Compared = { from: number; to: number; language: string };

export const comparisonQuery = (id: string, { from, to, language }: Compared) =>
  queryOptions({
    queryKey: ["comparison", id, from, to, language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const query = { from: String(from), to: String(to), language };
      const answer = await api.agreements[":id"].comparison.$get({ param: { id }, query });
      return (await answer.json()).articles;
    },
  });

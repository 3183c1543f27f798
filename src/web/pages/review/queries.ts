import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import type { Thread } from "../../api/contract.d.ts";

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

/** Every thread that this person sees, oldest first as a conversation is read. */
export const threadsQuery = (id: string) =>
  queryOptions({
    queryKey: ["threads", id],
    refetchInterval: 15_000,
    queryFn: async () => {
      const all: Thread[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const query = { limit: "100", ...(cursor && { cursor }) };
        const answer = await api.agreements[":id"].comments.$get({ param: { id }, query });
        const page = await answer.json();
        all.push(...page.items);
        cursor = page.next;
      }
      return all.reverse();
    },
  });

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

import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { api, call } from "../api/client.ts";
import type { Thread } from "../api/contract.d.ts";
import { Unreachable } from "../api/problem.ts";

export type { Thread };

/** All threads on an agreement that this person may read, oldest first; only those on one text if `language` is given. */
export async function readThreads(id: string, language?: string): Promise<Thread[]> {
  const all: Thread[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: "200", ...(language && { language }), ...(cursor && { cursor }) };
    const answer = await api.agreements[":id"].comments.$get({ param: { id }, query });
    const page: { items: Thread[]; next: string | null } = await answer.json();
    all.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return all.reverse();
}

export const threadsQuery = (id: string) =>
  queryOptions({ queryKey: ["threads", id], queryFn: () => readThreads(id) });

/**
 * Posts to an agreement's comments: a new thread, or at `path` a reply or a resolution. If the service does not answer,
 * sending the same body again uses the same Idempotency-Key, so it is written once.
 */
export function useWriteComment(id: string, path = "") {
  const queries = useQueryClient();
  const key = useRef<{ body: string; key: string } | null>(null);
  return useMutation({
    mutationFn: async (given: object) => {
      const body = JSON.stringify(given);
      if (key.current?.body !== body) key.current = { body, key: crypto.randomUUID() };
      await call(`/agreements/${id}/comments${path}`, {
        method: "POST",
        body,
        headers: { "Content-Type": "application/json", "Idempotency-Key": key.current.key },
      });
    },
    onSettled: async (_done, error) => {
      if (!(error instanceof Unreachable)) key.current = null;
      await queries.invalidateQueries({ queryKey: ["threads", id] });
    },
  });
}

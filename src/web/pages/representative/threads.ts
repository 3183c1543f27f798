import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { api, call } from "../../api/client.ts";
import type { Thread } from "../../api/contract.d.ts";
import { Unreachable } from "../../api/problem.ts";

export type { Thread };

/** All remarks on an agreement that this person sees, each where it stands in the current text. */
export const threadsQuery = (id: string) =>
  queryOptions({
    queryKey: ["comments", id],
    queryFn: async () => {
      const threads: Thread[] = [];
      let cursor: string | undefined;
      do {
        const query = { limit: "200", ...(cursor && { cursor }) };
        const asked = { param: { id }, query };
        const page = await (await api.agreements[":id"].comments.$get(asked)).json();
        threads.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor);
      return threads;
    },
  });

/** Writes under an agreement's comments; asked again after silence, it is written once. */
export function useRemark(id: string, path = "") {
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
      await queries.invalidateQueries({ queryKey: ["comments", id] });
    },
  });
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { call } from "../../../api/client.ts";
import type { Done, HalfWritten } from "../../../api/contract.d.ts";
import { Unreachable } from "../../../api/problem.ts";

/** Creates the agreement and goes to its text. Idempotent: a retry after a network failure creates no second one. */
export function useCreate(done: () => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const key = useRef<string | null>(null);
  return useMutation({
    mutationFn: async (wanted: HalfWritten) => {
      key.current ??= crypto.randomUUID();
      const answer = await call("/agreements", {
        method: "POST",
        body: JSON.stringify(wanted),
        headers: { "Content-Type": "application/json", "Idempotency-Key": key.current },
      });
      return (await answer.json()) as Done;
    },
    onSuccess: async ({ id }) => {
      done();
      queries.invalidateQueries({ queryKey: ["agreements"] });
      await navigate({ to: "/agreements/$id/draft", params: { id } });
    },
    onSettled: (_done, error) => {
      if (!(error instanceof Unreachable)) key.current = null;
    },
  });
}

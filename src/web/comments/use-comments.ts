import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { call } from "../api/client.ts";
import { Unreachable } from "../api/problem.ts";

/** Writes under an agreement's comments: once, also where it is sent again after silence. */
export function useComments(agreement: string, path = "") {
  const queries = useQueryClient();
  const key = useRef<string | null>(null);
  return useMutation({
    mutationFn: async (body: object) => {
      key.current ??= crypto.randomUUID();
      await call(`/agreements/${agreement}/comments${path}`, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "Content-Type": "application/json", "Idempotency-Key": key.current },
      });
    },
    onSettled: async (_done, error) => {
      if (!(error instanceof Unreachable)) key.current = null;
      await queries.invalidateQueries({ queryKey: ["threads", agreement] });
    },
  });
}

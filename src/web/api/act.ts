import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useConfirmIdentity } from "../shell/confirm-identity.tsx";
import type { ActName, Posted } from "./act-name.ts";
import { call } from "./client.ts";
import type { Agreement, Done } from "./contract.d.ts";
import { Problem, Unreachable } from "./problem.ts";

export type { ActName, Posted };

/**
 * Performs an act on an agreement at the version that the person saw. Retries after a network failure use the same
 * Idempotency-Key, so the act happens once. If the API requires a fresh verification, asks the person for it and repeats
 * the request. Afterwards it invalidates all queries about the agreement.
 */
export function useAct<Name extends ActName>(
  agreement: Pick<Agreement, "id" | "version">,
  name: Name,
) {
  const queries = useQueryClient();
  const confirmIdentity = useConfirmIdentity();
  const key = useRef<{ body: string; key: string } | null>(null);
  return useMutation({
    mutationKey: ["act", agreement.id, name],
    mutationFn: async (given: Posted<Name>): Promise<Done> => {
      const body = JSON.stringify(given);
      if (key.current?.body !== body) key.current = { body, key: crypto.randomUUID() };
      const post = async () => {
        const answer = await call(`/agreements/${agreement.id}/${name}`, {
          method: "POST",
          body,
          headers: {
            "Content-Type": "application/json",
            "If-Match": `"${agreement.version}"`,
            "Idempotency-Key": key.current?.key ?? "",
          },
        });
        return (await answer.json()) as Done;
      };
      return withIdentity(post, confirmIdentity);
    },
    onSettled: async (_done, error) => {
      if (!(error instanceof Unreachable)) key.current = null;
      await queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey.includes(agreement.id) ||
          ["agreements", "waiting", "register"].includes(String(queryKey[0])),
      });
    },
  });
}

/**
 * Runs a request that may need a fresh verification. If the API asks for one, verifies the person and runs it again.
 */
export async function withIdentity<Result>(
  run: () => Promise<Result>,
  confirmIdentity: () => Promise<void>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "step-up-required") throw error;
    await confirmIdentity();
    return run();
  }
}

/** Whether an act is allowed now, and if not, why. Undefined if this person's role never performs it. */
export function actOf({ acts }: Pick<Agreement, "acts">, name: Agreement["acts"][number]["act"]) {
  return acts.find(({ act }) => act === name);
}

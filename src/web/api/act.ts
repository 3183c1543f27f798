import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useConfirmIdentity } from "../shell/confirm-identity.tsx";
import type { ActName, Posted } from "./act-name.ts";
import { call } from "./client.ts";
import type { Agreement, Done } from "./contract.d.ts";
import { Problem, Unreachable } from "./problem.ts";

export type { ActName, Posted };

/**
 * An act on an agreement at the version that was seen. It is sent under one Idempotency-Key until it is
 * answered, so that asking again after silence does it once. Where a fresh verification is needed the person
 * is asked for it, and the act goes on. All that was read of the agreement is read anew afterwards.
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

/** Runs what may need a fresh verification of the person: asks for it where the API does, then goes on. */
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

/** What the law says of an act now: allowed, or why not. Undefined where it is not this person's. */
export function actOf({ acts }: Pick<Agreement, "acts">, name: Agreement["acts"][number]["act"]) {
  return acts.find(({ act }) => act === name);
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api/client.ts";
import type { Ceremony, Held, RunSheetItem } from "../../api/contract.d.ts";
import { ceremonyQuery, runSheetQuery } from "./queries.ts";

type Send = { path: string; method: "POST" | "PUT"; body: object };

function send({ id, version }: Ceremony, { path, method, body }: Send): Promise<Response> {
  return call(`/ceremonies/${id}/${path}`, {
    method,
    body: JSON.stringify(body),
    headers: {
      "Content-Type": "application/json",
      "If-Match": `"${version}"`,
      ...(method === "POST" && { "Idempotency-Key": crypto.randomUUID() }),
    },
  });
}

/** Opens or closes a ceremony. */
export function useMoment(ceremony: Ceremony, name: "opening" | "closing") {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send(ceremony, { path: name, method: "POST", body: {} }),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ["ceremonies"] });
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey.includes(ceremony.id),
      });
    },
  });
}

/** An agreement on a run sheet. Without `seats` its table follows protocol. */
export type Item = { agreement: string; seats?: { party: string; place: number }[] };

export const itemOf = ({ agreement, seats }: RunSheetItem): Item => ({
  agreement,
  seats: seats.map(({ party, place }) => ({ party, place })),
});

/**
 * Replaces the run sheet. Shows the new one at once (`shown`) and rolls back if the service refuses it. Changes are
 * sent one at a time, each with the version of the one before.
 */
export function useRunSheet(id: string) {
  const queries = useQueryClient();
  const sheet = runSheetQuery(id).queryKey;
  return useMutation({
    scope: { id: `run-sheet-${id}` },
    mutationFn: async ({ items }: { items: Item[]; shown?: RunSheetItem[] }) => {
      const ceremony = queries.getQueryData(ceremonyQuery(id).queryKey);
      if (!ceremony) return;
      const answer = await send(ceremony, { path: "run-sheet", method: "PUT", body: { items } });
      const { version } = (await answer.json()) as Held;
      queries.setQueryData(ceremonyQuery(id).queryKey, { ...ceremony, version });
    },
    onMutate: async ({ shown }) => {
      await queries.cancelQueries({ queryKey: sheet });
      if (shown) queries.setQueryData(sheet, shown);
    },
    onSettled: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(id) }),
  });
}

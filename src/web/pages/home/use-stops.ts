import { useQueries } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import type { Path, PathStep } from "./paths.ts";

type Stop = Pick<PathStep, "name" | "to"> & { params: { id?: string } };

/**
 * The steps, with an agreement for each that needs one. Steps without an agreement are left out. Null while loading.
 */
export function useStops(path: Path | null, wanted: boolean): Stop[] | null {
  const steps = path?.steps ?? [];
  const stages = [...new Set(steps.flatMap(({ stage }) => (stage ? [stage] : [])))];
  const found = useQueries({
    queries: stages.map((stage) => ({
      queryKey: ["agreements", "first", stage],
      enabled: wanted,
      queryFn: async () => {
        const { items } = await (
          await api.agreements.$get({ query: { stage, limit: "1" } })
        ).json();
        return items[0]?.id ?? null;
      },
    })),
  });
  if (found.some(({ isPending }) => isPending)) return null;
  const idOf = new Map(stages.map((stage, index) => [stage, found[index]?.data ?? null]));
  return steps.flatMap(({ name, to, stage }) => {
    if (!stage) return [{ name, to, params: {} }];
    const id = idOf.get(stage);
    return id ? [{ name, to, params: { id } }] : [];
  });
}

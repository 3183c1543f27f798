import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useConfirmIdentity } from "../shell/confirm-identity.tsx";
import { withIdentity } from "./act.ts";

/**
 * A change that is not an act on an agreement. Asks for a fresh verification if the API requires one, then
 * invalidates the queries under `keys`.
 */
export function useKeep<Input, Result>(
  change: (input: Input) => Promise<Result>,
  { keys, onSuccess }: { keys: string[]; onSuccess?: (result: Result) => void },
) {
  const queries = useQueryClient();
  const confirmIdentity = useConfirmIdentity();
  return useMutation({
    mutationFn: (input: Input) => withIdentity(() => change(input), confirmIdentity),
    onSuccess: async (result) => {
      await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
      onSuccess?.(result);
    },
  });
}

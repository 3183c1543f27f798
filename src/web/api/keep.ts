import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useConfirmIdentity } from "../shell/confirm-identity.tsx";
import { withIdentity } from "./act.ts";

/**
 * A change that is no act on an agreement: asks for a fresh verification where the API wants one, and reads
 * anew what is kept under `keys`.
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

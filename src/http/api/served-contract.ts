import type { Api, Call } from "./api.ts";
import { contract } from "./openapi.ts";

export type Contract = ReturnType<typeof contract>;

/**
 * The contract that the API serves, generated at the first request, when all routes are registered. The Worker, which
 * leaves out what routes say only here, has `served-contract-at-the-edge.ts` instead.
 */
export function servedContract(app: Api): (c: Call) => Promise<Contract> {
  let kept: Contract | undefined;
  return async () => {
    kept ??= contract(app);
    return kept;
  };
}

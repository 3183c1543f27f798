import type { Call } from "./api.ts";
import type { Contract } from "./served-contract.ts";

/** The Worker's form: the contract is among the files of the web app, where `npm run build:edge` puts it. */
export function servedContract(): (c: Call) => Promise<Contract> {
  let kept: Contract | undefined;
  return async (c) => {
    const file = c.get("ctx").contract;
    if (!file) throw new Error("The Worker was given no contract.");
    kept ??= JSON.parse(await file()) as Contract;
    return kept;
  };
}

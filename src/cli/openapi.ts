import { contract } from "#src/http/api/openapi.ts";
import { createApp } from "#src/http/app.ts";

/** `depositary openapi`: prints the contract stored in docs/openapi.json. */
export async function printContract(): Promise<number> {
  const app = createApp(() => {
    throw new Error("The contract is printed without a database.");
  });
  console.log(JSON.stringify(contract(app), null, 2));
  return 0;
}

import { createApp } from "#src/http/app.ts";
import { contract } from "#src/http/openapi.ts";

/** `depositary openapi`: prints the contract that docs/openapi.json keeps. */
export async function printContract(): Promise<number> {
  const app = createApp(() => {
    throw new Error("The contract is printed without a database.");
  });
  console.log(JSON.stringify(contract(app), null, 2));
  return 0;
}

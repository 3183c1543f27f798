import type { Contract, Done } from "./contract.d.ts";

type Route = Extract<keyof Contract, `/agreements/:id/${string}`>;

/** The resources under an agreement to which an act can be posted. */
export type ActName = {
  [R in Route]: Contract[R] extends { $post: { output: Done } }
    ? R extends `/agreements/:id/${infer Name}`
      ? Name
      : never
    : never;
}[Route];

/** The request body of the act. */
export type Posted<Name extends ActName> = Contract[`/agreements/:id/${Name}`] extends {
  $post: { input: { json: infer Body } };
}
  ? Body
  : Record<string, never>;

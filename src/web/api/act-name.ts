import type { Contract, Done } from "./contract.d.ts";

type Route = Extract<keyof Contract, `/agreements/:id/${string}`>;

/** The acts: what can be posted under an agreement, by the name of the resource. */
export type ActName = {
  [R in Route]: Contract[R] extends { $post: { output: Done } }
    ? R extends `/agreements/:id/${infer Name}`
      ? Name
      : never
    : never;
}[Route];

/** What is sent with the act. */
export type Posted<Name extends ActName> = Contract[`/agreements/:id/${Name}`] extends {
  $post: { input: { json: infer Body } };
}
  ? Body
  : Record<string, never>;

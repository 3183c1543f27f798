import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context as HonoContext } from "hono";
import type { Proof } from "#src/accounts/proof.ts";
import { asService, type Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";

/** The request from Node's server; absent on the edge. */
type Incoming = {
  url?: string;
  complete?: boolean;
  httpVersion?: string;
  socket?: { remoteAddress?: string; localAddress?: string; localPort?: number };
};

/** What every request carries: its context and who is acting, if anyone. */
export type Env = {
  /** On the edge the context comes with the request. */
  Bindings: { context?: Context; incoming?: Incoming };
  Variables: {
    ctx: Context;
    person: Person | null;
    proof: Proof | null;
    /** The matched route; unset outside the API. */
    route: Route;
    /** The requested page of the app, as a pattern of its own router: `/agreements/$id`. */
    page?: string;
    /** The code of the problem in the answer. */
    problem?: string;
    secureHeadersNonce?: string;
  };
};
export type Api = OpenAPIHono<Env>;
export type Call = HonoContext<Env>;

/** A router that turns schema faults into one kind of refusal, each with a pointer to its place. */
export function newApi(): Api {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      throw new Refusal("malformed-request", "The request is not as the contract says.", {
        errors: result.error.issues.map(({ path, message }) => ({
          pointer: `/${path.join("/")}`,
          detail: message,
        })),
      });
    },
  });
}

/** The context for work on accounts, which always runs as the service. */
export function serviceOf(c: Call): Context {
  return asService(c.get("ctx"));
}

/** Who is acting. Throws a Refusal (401) if no one has signed in. */
export function acting(c: Call): Person {
  const person = c.get("person");
  if (!person) throw new Refusal("unauthenticated", "Sign in first.");
  return person;
}

/** Returns a file or text from a route, because the router types JSON answers only. */
export function answer(response: Response): never {
  return response as never;
}

/** What the contract says about a route that is needed before it runs. */
export type Route = {
  method: string;
  /** As in the contract, from the root: `/api/v1/agreements/{id}`. */
  path: string;
  /** The accepted media types of its body; empty if it takes no body. */
  types: string[];
  /** Whether its query can have keys besides those it names. */
  openQuery: boolean;
  /** The keys of its query. */
  query: string[];
};

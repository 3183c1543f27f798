import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context as HonoContext } from "hono";
import type { Proof } from "#src/accounts/proof.ts";
import { asService, type Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";

/** As Node's server hands it on; absent at the edge. */
type Incoming = {
  url?: string;
  complete?: boolean;
  httpVersion?: string;
  socket?: { remoteAddress?: string; localAddress?: string; localPort?: number };
};

/** What every request carries: the doors' context and who is acting, if anyone. */
export type Env = {
  /** At the edge the context comes with the request. */
  Bindings: { context?: Context; incoming?: Incoming };
  Variables: {
    ctx: Context;
    person: Person | null;
    proof: Proof | null;
    /** The route that the request has found; there is none outside the API. */
    route: Route;
    /** The address of the app's page that was asked for, as its own router has it: `/agreements/$id`. */
    page?: string;
    /** The code of the problem that the request was answered with. */
    problem?: string;
    secureHeadersNonce?: string;
  };
};
export type Api = OpenAPIHono<Env>;
export type Call = HonoContext<Env>;

/** A router whose schemas' faults become one kind of refusal, each with a pointer to its place. */
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

/** The context for work on accounts, which is always done as the service. */
export function serviceOf(c: Call): Context {
  return asService(c.get("ctx"));
}

/** Who is acting; a Refusal (401) where nobody has signed in. */
export function acting(c: Call): Person {
  const person = c.get("person");
  if (!person) throw new Refusal("unauthenticated", "Sign in first.");
  return person;
}

/** An answer that is a file or a text: the router types JSON answers only. */
export function answer(response: Response): never {
  return response as never;
}

/** What the contract says of a route that must be known before any of it runs. */
export type Route = {
  method: string;
  /** As the contract writes it, from the root: `/api/v1/agreements/{id}`. */
  path: string;
  /** The media types that its body may have; none where it takes no body. */
  types: string[];
  /** Whether its query may have keys beside those it names. */
  openQuery: boolean;
  /** The keys of its query. */
  query: string[];
};

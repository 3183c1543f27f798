import { matchedRoutes } from "hono/route";
import type { Api, Call, Route } from "./api.ts";

const root = "/api/v1";

/** Finds a request's route, and the methods of its address. */
export type Routes = {
  of(c: Call): Route | null;
  /** The methods of an address; empty if there is nothing. */
  methodsAt(path: string): string[];
};

/** The API's routes, read from their declarations at the first request, when all are registered. */
export function routesOf(api: Api): Routes {
  let kept: Table | undefined;
  const table = () => {
    kept ??= readTable(api);
    return kept;
  };
  return {
    of: (c) => {
      const { byPath } = table();
      for (const { method, path } of matchedRoutes(c)) {
        const found = byPath.get(path)?.[method];
        if (found) return found;
      }
      return null;
    },
    methodsAt: (path) => {
      const here = table().shapes.filter(({ shape }) => shape.test(path));
      return here.length > 0 ? allowed(here.map(({ method }) => method)) : [];
    },
  };
}

type Table = {
  /** By the router's path (`/api/v1/agreements/:id`) and the method. */
  byPath: Map<string, Record<string, Route>>;
  shapes: { method: string; shape: RegExp }[];
};

function readTable(api: Api): Table {
  const table: Table = { byPath: new Map(), shapes: [] };
  for (const definition of api.openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    const { path, request, ...declared } = definition.route;
    const method = declared.method.toUpperCase();
    const query = request?.query as Query | undefined;
    const route: Route = {
      method,
      path: root + path,
      types: Object.keys(request?.body?.content ?? {}),
      openQuery: query?.def.catchall?.def.type === "unknown",
      query: Object.keys(query?.shape ?? {}),
    };
    const here = route.path.replaceAll(/\{(\w+)\}/g, ":$1");
    table.byPath.set(here, { ...table.byPath.get(here), [method]: route });
    const shape = new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    table.shapes.push({ method, shape });
  }
  return table;
}

/** The parts of a Zod object used here. */
type Query = { shape: object; def: { catchall?: { def: { type: string } } } };

/** Adds HEAD wherever there is GET, and OPTIONS everywhere (RFC 9110, 9.3.2 and 9.3.7). */
export function allowed(methods: string[]): string[] {
  return [...new Set([...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"])];
}
